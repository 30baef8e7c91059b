using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Streams;
using DynamoGen.Streams.Consumers;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Shards;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Hosting;

/// <summary>A handler that is fed by a consumer in this process: its services, put together when the host starts.</summary>
/// <param name="table">The table.</param>
/// <param name="name">The handler's name.</param>
/// <param name="handler">Gives the handler.</param>
/// <param name="options">How it is fed.</param>
internal sealed class StreamHandlerRegistration(
    TableSchema table, string name, Func<IServiceProvider, IStreamHandler> handler, StreamHandlerOptions options)
{
    /// <summary>The handler's name, of which an application has one each.</summary>
    public string Name => name;

    /// <summary>Makes the hosted service.</summary>
    public IHostedService Create(IServiceProvider provider)
    {
        var client = provider.GetRequiredService<IAmazonDynamoDB>();
        var names = provider.GetRequiredService<DynamoGenOptions>();
        var timeProvider = provider.GetRequiredService<TimeProvider>();
        var leases = names.TableName(table with { Name = options.LeaseTableName });
        if (options.UsesFence)
        {
            options.Processing.Fence ??= new StreamFence(provider.GetRequiredService<RepositoryContext>(), provider.GetRequiredService<ITransactions>());
        }

        if (options.KeepsFailedRecords)
        {
            options.Processing.FailedRecords ??= new FailedRecordTable(client, names);
        }

        var consumer = new StreamConsumer(
            names.TableName(table),
            provider.GetRequiredService<IStreamClient>(),
            new DynamoLeaseStore(client, leases, name),
            handler(provider),
            name,
            options.Processing,
            options.Consumer,
            timeProvider,
            provider.GetService<IMeterFactory>(),
            provider.GetService<ILogger<StreamConsumer>>());
        return options.CreatesTables ? new PreparedConsumer(consumer, cancellation => CreateTablesAsync(provider, leases, cancellation)) : consumer;
    }

    private async Task CreateTablesAsync(IServiceProvider provider, string leases, CancellationToken cancellationToken)
    {
        var client = provider.GetRequiredService<IAmazonDynamoDB>();
        var provisioner = provider.GetRequiredService<TableProvisioner>();
        await LeaseTable.EnsureCreatedAsync(client, leases, provider.GetRequiredService<TimeProvider>(), cancellationToken).ConfigureAwait(false);
        if (options.UsesFence)
        {
            await provisioner.EnsureCreatedAsync(StreamFence.Table, cancellationToken).ConfigureAwait(false);
        }

        if (options.KeepsFailedRecords)
        {
            await provisioner.EnsureCreatedAsync(FailedRecordTable.Table, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A consumer that starts when its tables are there.</summary>
    private sealed class PreparedConsumer(StreamConsumer consumer, Func<CancellationToken, Task> prepare) : IHostedService, IDisposable
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await prepare(cancellationToken).ConfigureAwait(false);
            await consumer.StartAsync(cancellationToken).ConfigureAwait(false);
        }

        public Task StopAsync(CancellationToken cancellationToken) => consumer.StopAsync(cancellationToken);

        public void Dispose() => consumer.Dispose();
    }
}
