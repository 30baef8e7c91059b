using System.Diagnostics.Metrics;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using DynamoGen.WriteBack;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>The region or regions of a client that writes older items back, as its reads meet them. Reads of transactions are left alone.</summary>
internal sealed class WriteBackReads : IClientRegions, IDisposable
{
    private readonly IClientRegions _regions;
    private readonly WriteBackQueue[] _queues;
    private readonly Meter? _meter;
    private readonly Lazy<ITransport> _transport;

    public WriteBackReads(IServiceProvider provider, string? client)
    {
        var several = client is null ? provider.GetService<RegionClients>() : provider.GetKeyedService<RegionClients>(client);
        _regions = several is null ? new LocalRegion(provider, client) : several;
        var options = ClientServices.Of<DynamoGenOptions>(provider, client);
        var shared = provider.GetService<IMeterFactory>()?.Create(DynamoGenTelemetry.Name, DynamoGenTelemetry.Version);
        _meter = shared is null ? new Meter(DynamoGenTelemetry.Name, DynamoGenTelemetry.Version) : null;
        var parts = new WriteBackParts(() => ClientServices.Of<RepositoryContext>(provider, client))
        {
            Options = options,
            Instruments = new WriteBackInstruments(shared ?? _meter!),
            Logger = provider.GetRequiredService<DynamoGenTelemetry>().Logger,
            TimeProvider = provider.GetRequiredService<TimeProvider>(),
        };
        var added = provider.GetServices<WriteBackRegistration>().Where(registration => registration.Client == client)
            .Select(registration => (registration.Schema.Table, Queue: new WriteBackQueue(registration.Schema, registration.Options, parts))).ToArray();
        _queues = [.. added.Select(entity => entity.Queue)];
        var tables = added.GroupBy(entity => options.TableName(entity.Table), entity => entity.Queue)
            .ToDictionary(table => table.Key, table => table.ToArray());
        _transport = new Lazy<ITransport>(() => new WriteBackTransport(_regions.Transport, tables));
    }

    public RegionContexts Contexts => _regions.Contexts;

    public ITransport Transport => _transport.Value;

    public ITransactions CreateTransactions() => _regions.CreateTransactions();

    public void Dispose()
    {
        foreach (var queue in _queues)
        {
            queue.Dispose();
        }

        _meter?.Dispose();
    }
}
