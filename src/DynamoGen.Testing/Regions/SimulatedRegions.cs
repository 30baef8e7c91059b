using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Local;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoGen.Testing;

/// <summary>
/// Several regions with the same tables, replicated as DynamoDB's global tables with eventual consistency are, but when and in which order the test says.
/// Each region is a database of one DynamoDB Local, with an endpoint of its own that every client and transport can use.
/// </summary>
/// <remarks>
/// <para>
/// The last writer wins, item by item, by a private timestamp that stands nowhere in the item: the clock of the region that wrote it, but later than the
/// version that it overwrote there; equal times are decided by the region's name. A change that loses is dropped, and nothing tells of it. A change that
/// wins replaces the whole item and is in the destination's stream, with both images. Conditions are judged by the region's own copy, and a transaction is
/// atomic in its own region only. Changes of one item arrive in the order in which their region made them, changes of several in any order.
/// </para>
/// <para>
/// PartiQL statements that write are refused, what has expired is removed by <see cref="ExpireAsync"/> alone, and a write that changed nothing can lend its
/// time to the one before it. Tables that were not made by <see cref="CreateTableAsync(TableSchema, string?, CancellationToken)"/> or with services
/// are in their region alone. See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </para>
/// </remarks>
public sealed class SimulatedRegions : IAsyncDisposable
{
    private static readonly Lazy<Task<DynamoDbLocal>> SharedServer = new(
        static () => DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { SeparateDatabases = true, MaxHeapMebibytes = 512 }));

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentDictionary<string, ReplicaTable> _tables = new();
    private readonly List<SimulatedRegion> _regions = [];
    private readonly List<ServiceProvider> _services = [];
    private readonly RegionServer _server;
    private readonly TimeProvider _time;
    private readonly Replication _replication;

    private SimulatedRegions(SimulatedRegionsOptions options, Uri server, IReadOnlyList<string> names)
    {
        _time = options.TimeProvider;

        // The access key keeps the databases of one test from those of another.
        _server = new RegionServer(server, $"{Guid.NewGuid():N}");
        var gate = new RegionGate();
        foreach (var name in names)
        {
            var clock = new RegionClock(_time);
            _regions.Add(new SimulatedRegion(name, _http, _server, clock, new RegionWrites(gate, clock, _tables), new RegionExpiries(_tables)));
        }

        _replication = new Replication(gate, _regions, options.Seed);
    }

    /// <summary>The names of the regions, in the order in which they were given.</summary>
    public IReadOnlyList<string> Names => [.. _regions.Select(static region => region.Name)];

    /// <summary>The changes that have arrived in another region than their own, in the order in which they did: those that won and those that lost.</summary>
    public IReadOnlyList<ReplicatedChange> Log => _replication.Log;

    /// <summary>Starts regions without tables, between which nothing is partitioned or delayed.</summary>
    /// <param name="regions">Their names, such as <c>eu-west-1</c>: two or more.</param>
    /// <exception cref="ArgumentException">There are less than two names, or one twice.</exception>
    /// <exception cref="DynamoDbLocalException">The server could not be found or started.</exception>
    public static Task<SimulatedRegions> StartAsync(params IReadOnlyList<string> regions) => StartAsync(new SimulatedRegionsOptions(), regions);

    /// <summary>Starts regions without tables, between which nothing is partitioned or delayed.</summary>
    /// <param name="options">How they are simulated.</param>
    /// <param name="regions">Their names, such as <c>eu-west-1</c>: two or more.</param>
    /// <exception cref="ArgumentException">There are less than two names, or one twice.</exception>
    /// <exception cref="DynamoDbLocalException">The server could not be found or started.</exception>
    public static async Task<SimulatedRegions> StartAsync(SimulatedRegionsOptions options, params IReadOnlyList<string> regions)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(regions);
        if (regions.Count < 2 || regions.Distinct(StringComparer.Ordinal).Count() < regions.Count)
        {
            throw new ArgumentException("Give two regions or more, each once.", nameof(regions));
        }

        return new SimulatedRegions(options, options.Server ?? (await SharedServer.Value.ConfigureAwait(false)).Endpoint, regions);
    }

    /// <summary>Makes a table in every region, with a stream of new and old images, and replicates it from then on; one made already is left alone.</summary>
    /// <typeparam name="TTable">The table's declaration.</typeparam>
    /// <exception cref="InvalidOperationException">The server has one database for all regions.</exception>
    public Task CreateTableAsync<TTable>()
        where TTable : class, ITable<TTable> => CreateTableAsync(TTable.Schema);

    /// <summary>Makes a table in every region, with a stream of new and old images, and replicates it from then on; one made already is left alone.</summary>
    /// <param name="schema">The table's schema.</param>
    /// <param name="name">Its name, where it is not the declared one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The server has one database for all regions.</exception>
    public async Task CreateTableAsync(TableSchema schema, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schema);
        name ??= schema.Name;
        string[] keys = schema.SortKey is null ? [schema.PartitionKey] : [schema.PartitionKey, schema.SortKey];
        var table = new ReplicaTable(name, keys, schema.DeletionProtection, schema.TimeToLive);
        await _replication.AloneAsync(async () =>
        {
            if (_tables.ContainsKey(name))
            {
                return;
            }

            foreach (var region in _regions)
            {
                await region.CreateAsync(table, schema, cancellationToken).ConfigureAwait(false);
            }

            _tables[name] = table;
        }).ConfigureAwait(false);
    }

    /// <summary>
    /// Makes the services of an application in one region, and the tables of all repositories that were added to them, in every region where they are
    /// missing. Endpoint, region, profile and credentials of its clients are those of the region; a client that has a name and another simulated region, as
    /// <c>AddRegion</c> adds it, reaches that one, unless both are partitioned.
    /// </summary>
    /// <param name="region">The region.</param>
    /// <param name="addServices">Adds what the application adds, such as by <c>AddDynamoGen</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The services, which end with the regions.</returns>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    /// <exception cref="InvalidOperationException">The application has registered a client of its own, which reaches another endpoint.</exception>
    public async Task<ServiceProvider> CreateServicesAsync(
        string region, Action<IServiceCollection> addServices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addServices);
        var services = new ServiceCollection();
        addServices(services);
        var options = new RegionOptions(Named(region), other => FindEndpoint(region, other), _server.AccessKey);
        services.AddSingleton<IPostConfigureOptions<DynamoGenOptions>>(options);
        var provider = services.BuildServiceProvider();
        _services.Add(provider);
        foreach (var added in provider.GetServices<RepositoryRegistration>())
        {
            var names = provider.GetRequiredService<IOptionsMonitor<DynamoGenOptions>>().Get(added.ClientName ?? Options.DefaultName);
            foreach (var table in added.Patterns.Select(static pattern => pattern.Table).Distinct())
            {
                await CreateTableAsync(table, names.TableName(table), cancellationToken).ConfigureAwait(false);
            }
        }

        return provider;
    }

    /// <summary>
    /// The AWS SDK's client of a region. An application that gets it as its <see cref="IAmazonDynamoDB"/> uses its endpoint and credentials throughout, for
    /// streams too. It ends with the regions.
    /// </summary>
    /// <param name="region">The region.</param>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    public AmazonDynamoDBClient Client(string region) => Named(region).Client;

    /// <summary>The clock of a region: the true one and its offset. An application that gets it as its <see cref="TimeProvider"/> writes such times.</summary>
    /// <param name="region">The region.</param>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    public TimeProvider Clock(string region) => Named(region).Clock;

    /// <summary>Makes the clock of a region go wrong, or right again.</summary>
    /// <param name="region">The region.</param>
    /// <param name="offset">How far it is ahead of the true one; negative where it is behind.</param>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    public void SetClockOffset(string region, TimeSpan offset) => Named(region).Clock.Offset = offset;

    /// <summary>
    /// Cuts two regions off from each other: nothing arrives until they are healed, and nothing is lost. A call of services in one to the other ends without
    /// an answer.
    /// </summary>
    /// <param name="region">One region.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentException">There is no such region, or both are the same.</exception>
    public void Partition(string region, string other) => SetPartition(region, other, isPartitioned: true);

    /// <summary>Cuts a region off from all others.</summary>
    /// <param name="region">The region.</param>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    public void Isolate(string region)
    {
        foreach (var other in _regions.Where(other => other != Named(region)))
        {
            Partition(region, other.Name);
        }
    }

    /// <summary>Lets arrive again between two regions what was cut off.</summary>
    /// <param name="region">One region.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentException">There is no such region, or both are the same.</exception>
    public void Heal(string region, string other) => SetPartition(region, other, isPartitioned: false);

    /// <summary>Lets arrive again between all regions what was cut off.</summary>
    public void HealAll()
    {
        foreach (var link in _replication.Links)
        {
            link.IsPartitioned = false;
        }
    }

    /// <summary>Makes changes take a time from one region to another, by the true clock from when they were made; those on their way too.</summary>
    /// <param name="origin">Where they are made.</param>
    /// <param name="destination">Where they go.</param>
    /// <param name="delay">How long they take; none at first.</param>
    /// <exception cref="ArgumentException">There is no such region, or both are the same, or the delay is negative.</exception>
    public void Delay(string origin, string destination, TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Link(origin, destination).Delay = delay;
    }

    /// <summary>
    /// Lets arrive what was written before the call and is neither cut off nor delayed: changes of one item in the order of their region, changes of several
    /// in an order that follows from the seed.
    /// </summary>
    /// <param name="changes">How many changes at most, each counted for each region where it arrives; all unless said otherwise.</param>
    /// <param name="cancellationToken">Ends it; what has not arrived is left for the next call.</param>
    /// <returns>How many changes arrived, those that lost included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public Task<int> ReplicateAsync(int changes = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(changes, 1);
        return _replication.RunAsync(changes, cancellationToken);
    }

    /// <summary>
    /// Removes from the replicated tables in one region what has expired by its clock, as DynamoDB does within a few days. The region's stream tells of a
    /// removal by time to live; the other regions, where it arrives when changes are replicated, of one like any other.
    /// </summary>
    /// <param name="region">The region.</param>
    /// <returns>How many items were removed; those whose time came more than five years before are left, as DynamoDB leaves them.</returns>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    /// <remarks>
    /// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html">streams and Time to Live</see>.
    /// </remarks>
    public Task<int> ExpireAsync(string region) => _replication.ExpireAsync(Named(region));

    /// <summary>Replicates again and again, with pauses by the true clock.</summary>
    /// <param name="pause">How long each pause is.</param>
    /// <param name="cancellationToken">Ends it, as nothing else does.</param>
    /// <returns>A task that ends without an exception once the token is cancelled and what has begun has arrived.</returns>
    public async Task RunAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await ReplicateAsync(cancellationToken: CancellationToken.None).ConfigureAwait(false);
            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whether all regions have the same items now, compared byte by byte.</summary>
    public async Task<bool> HaveConvergedAsync() => (await FindDifferencesAsync().ConfigureAwait(false)).Count == 0;

    /// <summary>
    /// The items of the replicated tables that are not the same in all regions now, by table and key. No write and no replication runs meanwhile.
    /// </summary>
    public async Task<IReadOnlyList<RegionDifference>> FindDifferencesAsync()
    {
        IReadOnlyList<RegionDifference> differences = [];
        await _replication.AloneAsync(async () => differences = await RegionComparison.FindAsync(_regions, Tables).ConfigureAwait(false))
            .ConfigureAwait(false);
        return differences;
    }

    /// <summary>Ends the services, deletes the tables and ends the clients. A call of <see cref="RunAsync"/> must have ended before.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
        {
            await services.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var region in _regions)
        {
            foreach (var table in Tables)
            {
                await region.DeleteAsync(table).ConfigureAwait(false);
            }

            region.Dispose();
        }

        _regions.Clear();
        _http.Dispose();
    }

    private IEnumerable<ReplicaTable> Tables => _tables.Values.OrderBy(static table => table.Name, StringComparer.Ordinal);

    private SimulatedRegion Named(string region) =>
        _regions.Find(known => known.Name == region)
        ?? throw new ArgumentException($"There is no region '{region}', but {string.Join(", ", Names)}.", nameof(region));

    /// <summary>The endpoint by which services in one region reach another; null where there is no such region.</summary>
    private Uri? FindEndpoint(string origin, string destination) => Names.Contains(destination)
        ? Named(destination).EndpointFrom(Link(origin, destination))
        : null;

    private RegionLink Link(string origin, string destination)
    {
        var (from, to) = (Named(origin), Named(destination));
        return _replication.Links.FirstOrDefault(link => link.Origin == from && link.Destination == to)
            ?? throw new ArgumentException($"Nothing goes from {origin} to itself.", nameof(destination));
    }

    private void SetPartition(string region, string other, bool isPartitioned)
    {
        Link(region, other).IsPartitioned = isPartitioned;
        Link(other, region).IsPartitioned = isPartitioned;
    }
}
