using DynamoGen.Hosting;
using Service._1.Orders;

namespace Service._1.Development;

/// <summary>Makes the tables at the start. In production, <c>dotnet dynamogen schema</c> writes them as infrastructure code.</summary>
public sealed class LocalTables(TableProvisioner tables) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => tables.EnsureCreatedAsync<OrderTable>(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
