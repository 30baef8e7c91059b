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

/// <summary>What a client reads and writes by in the regions that it was given; its own region alone where it was given none.</summary>
internal sealed class RegionClients
{
    private readonly IServiceProvider _provider;
    private readonly string? _client;
    private readonly AddedRegions? _added;
    private readonly KnownWriters _writers = new();
    private readonly Lazy<ITransport> _transport;
    private readonly Lazy<string?> _local;

    /// <exception cref="ArgumentException">An option of the regions means nothing.</exception>
    public RegionClients(IServiceProvider provider, string? client)
    {
        (_provider, _client, _added) = (provider, client, AddedRegions.Find(provider, client));
        Options = _added?.CreateOptions() ?? new RegionOptions();
        Contexts = _added is null
            ? RegionContexts.None
            : new RegionContexts(new RegionRoutes(Options.ForeignWrites, _added.Names, _writers), CreateContext);
        _transport = new Lazy<ITransport>(CreateTransport);
        _local = new Lazy<string?>(() => ClientRegistration.Connected(provider, client).RegionOf(ClientServices.Of<ITransport>(provider, client)));
    }

    public RegionOptions Options { get; }

    /// <summary>The contexts of the other regions.</summary>
    public RegionContexts Contexts { get; }

    /// <summary>What the requests of the client go by.</summary>
    public ITransport Transport => _transport.Value;

    /// <summary>The tables that one region writes.</summary>
    public IReadOnlyList<TableSchema> Tables =>
        [.. RepositoryRegistration.Tables(_provider, _client).Where(table => table.Writes.Mode == RegionWriteMode.OneRegion)];

    /// <summary>Transactions that go to the region of their actions.</summary>
    public ITransactions CreateTransactions()
    {
        var local = CreateTransactions(Transport);
        return _added is null
            ? local
            : new RegionTransactions(local, () => _local.Value, region => _added.Names.Contains(region) ? CreateTransactions(TransportOf(region)) : null);
    }

    /// <summary>What moves the writes of tables.</summary>
    public RegionFailover CreateFailover()
    {
        var clients = new Dictionary<string, IAmazonDynamoDB>();
        foreach (var region in _added!.Names)
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

    private ITransport TransportOf(string region) => ClientServices.Of<ITransport>(_provider, _added!.ClientOf(region));

    /// <summary>Beside the region, all is as in the client that it was added to: what it caches, and what its interceptors want to know.</summary>
    private RepositoryContext CreateContext(string region) => new(new ContextParts(
        TransportOf(region),
        _provider.GetRequiredService<DynamoGenTelemetry>(),
        ClientServices.Of<DynamoGenOptions>(_provider, _added!.ClientOf(region)),
        _provider.GetRequiredService<TimeProvider>(),
        ClientServices.Of<RegisteredCache>(_provider, _client).Items,
        ClientServices.Of<RegisteredInterceptors>(_provider, _client).Requests,
        () => region,
        Contexts));

    private TransactionSender CreateTransactions(ITransport transport) => new(
        ClientRegistration.CreateInvalidatingTransport(_provider, _client, transport),
        _provider.GetRequiredService<DynamoGenTelemetry>(),
        _provider.GetRequiredService<TimeProvider>(),
        ClientServices.Of<RegisteredInterceptors>(_provider, _client).Requests);

    private ITransport CreateTransport()
    {
        var local = ClientServices.Of<ITransport>(_provider, _client);
        if (_added is null || Options.ReadFailover is not { } failover)
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
