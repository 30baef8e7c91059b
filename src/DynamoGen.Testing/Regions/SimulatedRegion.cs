using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Local;
using DynamoGen.Schema;
using DynamoGen.Streams;
using DynamoGen.Streams.Clients;

namespace DynamoGen.Testing;

/// <summary>One region: its endpoint, its database, its streams, and what it knows of the versions of its items.</summary>
internal sealed class SimulatedRegion : IDisposable
{
    private readonly RegionProxy _proxy;
    private readonly Func<RegionLink, RegionProxy> _startProxy;
    private readonly Dictionary<RegionLink, RegionProxy> _remoteProxies = [];
    private readonly StreamClient _streamClient;
    private readonly RegionWrites _writes;
    private readonly RegionExpiries _expiries;
    private readonly List<(ReplicaTable Table, RegionStream Stream)> _streams = [];

    /// <summary>The version of each item, that of its deletion where it was deleted.</summary>
    private readonly Dictionary<ReplicatedItem, ItemVersion> _versions = [];

    public SimulatedRegion(string name, HttpClient http, RegionServer server, RegionClock clock, RegionWrites writes, RegionExpiries expiries)
    {
        (Name, Clock, _writes, _expiries) = (name, clock, writes, expiries);
        _proxy = RegionProxy.Start(http, server.Endpoint, writes, expiries, static () => false);
        _startProxy = link => RegionProxy.Start(http, server.Endpoint, writes, expiries, () => link.IsPartitioned);
        Database = new RegionDatabase(http, server.Endpoint, name, server.AccessKey);
        var credentials = new BasicAWSCredentials(server.AccessKey, "simulated");
        _streamClient = new StreamClient(Config(server.Endpoint), credentials);
        Client = new AmazonDynamoDBClient(credentials, Config(_proxy.Endpoint));
    }

    public string Name { get; }

    public RegionClock Clock { get; }

    public RegionDatabase Database { get; }

    public AmazonDynamoDBClient Client { get; }

    public Uri Endpoint => _proxy.Endpoint;

    /// <summary>The endpoint for another region, which gives no answer while both are cut off from each other.</summary>
    /// <param name="link">The way from there.</param>
    public Uri EndpointFrom(RegionLink link)
    {
        lock (_remoteProxies)
        {
            if (!_remoteProxies.TryGetValue(link, out var proxy))
            {
                _remoteProxies.Add(link, proxy = _startProxy(link));
            }

            return proxy.Endpoint;
        }
    }

    /// <summary>Makes a table and follows its stream.</summary>
    /// <exception cref="InvalidOperationException">The region has a table of this name.</exception>
    public async Task CreateAsync(ReplicaTable table, TableSchema schema, CancellationToken cancellationToken)
    {
        var existing = await Client.ListTablesAsync(cancellationToken).ConfigureAwait(false);
        if (existing.TableNames.Contains(table.Name))
        {
            throw new InvalidOperationException(
                $"{Name} has a table '{table.Name}' already. Either a test has made it by a client, or the server has one database for all regions: "
                + $"set {nameof(DynamoDbLocalOptions.SeparateDatabases)} of its options, or start it without -sharedDb.");
        }

        // The test's clock may stand still. It removes what has expired, and not the server.
        var provisioner = new TableProvisioner(Client, new DynamoGenOptions { TableNameResolver = _ => table.Name }, TimeProvider.System);
        var made = schema with { Stream = StreamView.NewAndOldImages, TimeToLive = null };
        await provisioner.EnsureCreatedAsync(made, cancellationToken).ConfigureAwait(false);
        var found = await Client.DescribeTableAsync(table.Name, cancellationToken).ConfigureAwait(false);
        _streams.Add((table, new RegionStream(_streamClient, found.Table.LatestStreamArn)));
    }

    /// <summary>Deletes a table.</summary>
    public async Task DeleteAsync(ReplicaTable table)
    {
        if (table.IsProtected)
        {
            await Client.UpdateTableAsync(new UpdateTableRequest { TableName = table.Name, DeletionProtectionEnabled = false }).ConfigureAwait(false);
        }

        await Client.DeleteTableAsync(table.Name).ConfigureAwait(false);
    }

    /// <summary>Whether a change is later than what the region has; it is the region's version from then on.</summary>
    public bool Accepts(RegionChange change)
    {
        if (_versions.TryGetValue(change.Item, out var current) && !change.Version.IsLaterThan(current))
        {
            return false;
        }

        _versions[change.Item] = change.Version;
        return true;
    }

    /// <summary>Reads the changes that the application has made since the last reading, and dates them.</summary>
    /// <param name="nextNumber">Gives each its number.</param>
    public async Task<List<RegionChange>> ReadChangesAsync(Func<long> nextNumber) => Dated(await ReadRecordsAsync().ConfigureAwait(false), nextNumber);

    /// <summary>Reads past the records of what replication has just written.</summary>
    public Task SkipOwnChangesAsync() => ReadRecordsAsync();

    /// <summary>Deletes what has expired by the region's clock, as the service does. All changes before have been read.</summary>
    /// <param name="nextNumber">Gives each deletion its number.</param>
    public async Task<List<RegionChange>> ExpireAsync(Func<long> nextNumber)
    {
        foreach (var table in _streams.Select(static followed => followed.Table).Where(static table => table.TimeToLive is not null))
        {
            var expired = new List<JsonElement>();
            await foreach (var item in Database.ScanAsync(table.Name).ConfigureAwait(false))
            {
                if (table.HasExpired(item, Clock.GetUtcNow()))
                {
                    expired.Add(item);
                }
            }

            foreach (var batch in expired.Chunk(RegionDatabase.BatchSize))
            {
                await Database.DeleteAsync(table, batch).ConfigureAwait(false);
            }
        }

        var records = await ReadRecordsAsync().ConfigureAwait(false);
        records.ForEach(change => _expiries.Add(change.Record.Change.EventId));
        return Dated(records, nextNumber);
    }

    public void Dispose()
    {
        Client.Dispose();
        _proxy.Dispose();
        foreach (var proxy in _remoteProxies.Values)
        {
            proxy.Dispose();
        }

        _streamClient.Dispose();
    }

    private async Task<List<(ReplicatedItem Item, StreamRecord Record)>> ReadRecordsAsync()
    {
        var found = new List<(ReplicatedItem Item, StreamRecord Record)>();
        foreach (var (table, stream) in _streams)
        {
            found.AddRange((await stream.ReadAsync().ConfigureAwait(false)).Select(record => (ItemOf(table, record), record)));
        }

        return found;
    }

    private static ReplicatedItem ItemOf(ReplicaTable table, StreamRecord record)
    {
        using var keys = JsonDocument.Parse(record.Keys);
        return table.ItemOf(keys.RootElement) ?? throw new InvalidOperationException($"A record of the stream of {table.Name} has no key.");
    }

    private AmazonDynamoDBConfig Config(Uri endpoint) => new() { ServiceURL = endpoint.ToString(), AuthenticationRegion = Name };

    private List<RegionChange> Dated(List<(ReplicatedItem Item, StreamRecord Record)> found, Func<long> nextNumber)
    {
        var times = _writes.Take();
        var left = found.CountBy(static change => change.Item).ToDictionary();
        var changes = new List<RegionChange>(found.Count);
        foreach (var (item, record) in found)
        {
            var time = TimeOf(times.GetValueOrDefault(item, []), left[item]--);
            var written = _versions.TryGetValue(item, out var current) ? Math.Max(time.Region, current.Time + 1) : time.Region;
            var version = new ItemVersion(written, Name);
            _versions[item] = version;
            changes.Add(new RegionChange(item, version, time.True, nextNumber(), record.Keys, record.NewImage));
        }

        return changes;
    }

    /// <summary>The time of the record that is followed by so many others of its item, itself counted.</summary>
    /// <remarks>Counted from the end: a write that changed nothing has a time and no record, an expiry a record and no time.</remarks>
    private WriteTime TimeOf(List<WriteTime> times, int left) => left <= times.Count ? times[^left] : _writes.Now;
}
