using Amazon.DynamoDBv2;
using DynamoGen.Regions;
using DynamoGen.Regions.Reads;
using DynamoGen.Regions.Writers;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>What a client reads and writes by in the regions that it was given.</summary>
internal sealed class RegionClients : IClientRegions
{
    private readonly IServiceProvider _provider;
    private readonly string? _client;
    private readonly AddedRegions _added;
    private readonly KnownWriters _writers = new();
    private readonly Lazy<ITransport> _transport;
    private readonly Lazy<string?> _local;

    /// <exception cref="ArgumentException">An option of the regions means nothing.</exception>
    public RegionClients(IServiceProvider provider, string? client, AddedRegions added)
    {
        (_provider, _client, _added) = (provider, client, added);
        Options = added.CreateOptions();
        Contexts = new RegionContexts(new RegionRoutes(Options.ForeignWrites, added.Names, _writers), CreateContext);
        _transport = new Lazy<ITransport>(CreateTransport);
        _local = new Lazy<string?>(() => ClientRegistration.Connected(provider, client).RegionOf(ClientServices.Of<ITransport>(provider, client)));
    }

    public RegionOptions Options { get; }

    /// <inheritdoc/>
    public RegionContexts Contexts { get; }

    /// <inheritdoc/>
    public ITransport Transport => _transport.Value;

    /// <summary>The tables that one region writes.</summary>
    public IReadOnlyList<TableSchema> Tables =>
        [.. RepositoryRegistration.Tables(_provider, _client).Where(table => table.Writes.Mode == RegionWriteMode.OneRegion)];

    /// <inheritdoc/>
    public ITransactions CreateTransactions() => new RegionTransactions(
        LocalRegion.CreateTransactions(_provider, _client, Transport),
        () => _local.Value,
        region => _added.Names.Contains(region) ? LocalRegion.CreateTransactions(_provider, _client, TransportOf(region)) : null);

    /// <summary>What moves the writes of tables.</summary>
    public RegionFailover CreateFailover()
    {
        var clients = new Dictionary<string, IAmazonDynamoDB>();
        foreach (var region in _added.Names)
        {
            clients[region] = ClientRegistration.Connected(_provider, _added.ClientOf(region)).Client;
        }

        if (_local.Value is { } local)
        {
            clients[local] = ClientRegistration.Connected(_provider, _client).Client;
        }

        return new RegionFailover(
            clients, ClientServices.Of<DynamoGenOptions>(_provider, _client), _writers, _provider.GetRequiredService<TimeProvider>());
    }

    private ITransport TransportOf(string region) => ClientServices.Of<ITransport>(_provider, _added.ClientOf(region));

    /// <summary>Beside the region, all is as in the client that it was added to: what it caches, and what its interceptors want to know.</summary>
    private RepositoryContext CreateContext(string region) => new(new ContextParts(
        TransportOf(region),
        _provider.GetRequiredService<DynamoGenTelemetry>(),
        ClientServices.Of<DynamoGenOptions>(_provider, _added.ClientOf(region)),
        _provider.GetRequiredService<TimeProvider>(),
        ClientServices.Of<RegisteredCache>(_provider, _client).Items,
        ClientServices.Of<RegisteredInterceptors>(_provider, _client).Requests,
        () => region,
        Contexts));

    private ITransport CreateTransport()
    {
        var local = ClientServices.Of<ITransport>(_provider, _client);
        if (Options.ReadFailover is not { } failover)
        {
            return local;
        }

        var timeProvider = _provider.GetRequiredService<TimeProvider>();
        var names = ClientServices.Of<DynamoGenOptions>(_provider, _client);
        var strong = RepositoryRegistration.Tables(_provider, _client).Where(table => table.Consistency == TableConsistency.Strong).Select(names.TableName);
        var order = (failover.Order.Count > 0 ? failover.Order : _added.Names).Where(region => region != _local.Value);
        return new ReadFailover(
            [Region(_local.Value ?? "local", local), .. order.Select(region => Region(region, TransportOf(region)))],
            strong.ToHashSet(),
            _provider.GetRequiredService<DynamoGenTelemetry>());

        ReadRegion Region(string name, ITransport transport) => new(name, transport, new RegionHealth(failover, timeProvider));
    }
}
