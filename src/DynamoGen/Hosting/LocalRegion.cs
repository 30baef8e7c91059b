using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>
/// The one region of a client that was given no other. What other regions need is not named here, so that an application without them is not published with it.
/// </summary>
internal sealed class LocalRegion(IServiceProvider provider, string? client) : IClientRegions
{
    public RegionContexts Contexts => RegionContexts.None;

    public ITransport Transport => ClientServices.Of<ITransport>(provider, client);

    public ITransactions CreateTransactions() => CreateTransactions(provider, client, Transport);

    /// <summary>Makes transactions of a client that go by one transport.</summary>
    public static TransactionSender CreateTransactions(IServiceProvider provider, string? client, ITransport transport) => new(
        ClientRegistration.CreateInvalidatingTransport(provider, client, transport),
        provider.GetRequiredService<DynamoGenTelemetry>(),
        provider.GetRequiredService<TimeProvider>(),
        ClientServices.Of<RegisteredInterceptors>(provider, client).Requests);
}
