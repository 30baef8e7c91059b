using DynamoGen.Transport;
using DynamoGen.Transport.Clients;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Hosting;

/// <summary>Finds at the start of the host what would end the first request of a client, and compares the tables if the options say so.</summary>
internal sealed partial class ClientStartup(IServiceProvider provider, string? client) : IHostedService
{
    /// <exception cref="InvalidOperationException">The client cannot reach DynamoDB, or contradicts the options.</exception>
    /// <exception cref="TableCheckException">A table is not as declared.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var connected = ClientRegistration.Connected(provider, client);

        // A transport of the application's own needs no region, such as one that is faked in a test.
        if (ClientServices.Of<ITransport>(provider, client) is DirectTransport or SdkTransport or ClientTransport)
        {
            connected.ThrowIfNowhere();
        }

        var check = ClientServices.Of<DynamoGenOptions>(provider, client).CheckTables;
        if (check != TableCheck.None)
        {
            await CheckTablesAsync(check, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CheckTablesAsync(TableCheck check, CancellationToken cancellationToken)
    {
        var tables = await InspectedTable.AllAsync(provider, client, cancellationToken).ConfigureAwait(false);
        var differences = tables.SelectMany(table => table.Sentences).ToList();
        if (differences.Count == 0)
        {
            return;
        }

        var found = new TableCheckException(
            ClientServices.Named(client), differences, tables.Select(table => table.Failure).FirstOrDefault(failure => failure is not null));
        if (check == TableCheck.Fail)
        {
            throw found;
        }

        if (provider.GetService<ILogger<TableProvisioner>>() is { } logger)
        {
            TablesDiffer(logger, found.Message, found.InnerException);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "TablesDiffer", Level = LogLevel.Warning, Message = "{Differences}")]
    private static partial void TablesDiffer(ILogger logger, string differences, Exception? failure);
}
