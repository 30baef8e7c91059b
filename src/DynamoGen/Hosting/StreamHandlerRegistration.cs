using System.Diagnostics.Metrics;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Streams;
using DynamoGen.Streams.Conflicts;
using DynamoGen.Streams.Consumers;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Shards;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Hosting;

/// <summary>
/// A handler or sink that was added to an application, with which it is fed by hand or by the consumer that the host starts. The services have one for each.
/// </summary>
public sealed class StreamHandlerRegistration
{
    private readonly Func<IServiceProvider, IStreamHandler> _handler;

    internal StreamHandlerRegistration(
        TableSchema table, string name, Func<IServiceProvider, IStreamHandler> handler, StreamHandlerOptions options, bool isSink)
    {
        Table = table;
        Name = name;
        Options = options;
        IsSink = isSink;
        _handler = handler;
    }

    /// <summary>The handler's name, of which an application has one each.</summary>
    public string Name { get; }

    /// <summary>The table whose stream it is fed from.</summary>
    public TableSchema Table { get; }

    /// <summary>The name of the client whose table it is; null for the client that has none.</summary>
    public string? ClientName { get; internal init; }

    /// <summary>What a generated handler handles, of which the filter of an event source is made; null for any other, which takes every record.</summary>
    public StreamHandlerSchema? Schema { get; internal init; }

    /// <summary>Whether it is a sink.</summary>
    public bool IsSink { get; }

    /// <summary>How it is fed.</summary>
    public StreamHandlerOptions Options { get; }

    /// <summary>Makes the handler.</summary>
    /// <param name="provider">The application's services.</param>
    /// <returns>The handler; a sink is made anew by each call.</returns>
    public IStreamHandler CreateHandler(IServiceProvider provider) => ConflictObserver.Of(
        _handler(provider),
        Schema,
        () => new ConflictTelemetry(provider.GetService<IMeterFactory>(), provider.GetService<ILogger<StreamConsumer>>()));

    /// <summary>The handler's fence.</summary>
    /// <param name="provider">The application's services.</param>
    /// <returns>Null where it has none.</returns>
    public IStreamFence? FindFence(IServiceProvider provider)
    {
        if (Options.UsesFence)
        {
            Options.Processing.Fence ??= new StreamFence(
                ClientServices.Of<RepositoryContext>(provider, ClientName), ClientServices.Of<ITransactions>(provider, ClientName));
        }

        return Options.Processing.Fence;
    }

    /// <summary>Where the records go that it cannot handle.</summary>
    /// <param name="provider">The application's services.</param>
    /// <returns>Null where they are tried until they are handled.</returns>
    public IFailedRecords? FindFailedRecords(IServiceProvider provider)
    {
        if (Options.KeepsFailedRecords)
        {
            Options.Processing.FailedRecords ??= new FailedRecordTable(
                ClientRegistration.Connected(provider, ClientName).Client, ClientServices.Of<DynamoGenOptions>(provider, ClientName));
        }

        return Options.Processing.FailedRecords;
    }

    /// <summary>Makes the hosted service.</summary>
    internal IHostedService Create(IServiceProvider provider)
    {
        var client = ClientRegistration.Connected(provider, ClientName).Client;
        var names = ClientServices.Of<DynamoGenOptions>(provider, ClientName);
        var timeProvider = provider.GetRequiredService<TimeProvider>();
        var leases = names.TableName(Table with { Name = Options.LeaseTableName });
        FindFence(provider);
        FindFailedRecords(provider);
        var consumer = new StreamConsumer(
            names.TableName(Table),
            ClientServices.Of<IStreamClient>(provider, ClientName),
            new DynamoLeaseStore(client, leases, Name),
            CreateHandler(provider),
            Name,
            Options.Processing,
            Options.Consumer,
            timeProvider,
            provider.GetService<IMeterFactory>(),
            provider.GetService<ILogger<StreamConsumer>>());
        return Options.CreatesTables ? new PreparedConsumer(consumer, cancellation => CreateTablesAsync(provider, leases, cancellation)) : consumer;
    }

    private async Task CreateTablesAsync(IServiceProvider provider, string leases, CancellationToken cancellationToken)
    {
        var client = ClientRegistration.Connected(provider, ClientName).Client;
        var provisioner = ClientServices.Of<TableProvisioner>(provider, ClientName);
        await LeaseTable.EnsureCreatedAsync(client, leases, provider.GetRequiredService<TimeProvider>(), cancellationToken).ConfigureAwait(false);
        if (Options.NeedsFenceTable)
        {
            await provisioner.EnsureCreatedAsync(StreamFence.Table, cancellationToken).ConfigureAwait(false);
        }

        if (Options.KeepsFailedRecords)
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
