using System.ComponentModel;
using DynamoGen.Calls;
using DynamoGen.Calls.Shards;
using DynamoGen.Regions;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using DynamoGen.Uniqueness;

namespace DynamoGen.Repositories;

/// <summary>
/// What generated repositories send their access patterns through: one request or a run of pages each, with its span and metrics. It does nothing
/// itself: each kind of call is a class of its own.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class RepositoryContext
{
    private readonly ContextParts _parts;
    private readonly ResponseDetails? _details;
    private readonly RequestSender _sender;
    private readonly TimeProvider _timeProvider;
    private readonly ItemReads _reads;
    private readonly CachedReads _cachedReads;
    private readonly ItemWrites _writes;
    private readonly VersionedWrites _versioned;
    private readonly Queries _queries;
    private readonly CountQueries _counts;
    private readonly PageQueries _pages;
    private readonly ShardQueries _shards;
    private readonly Scans _scans;
    private readonly BatchSender _batches;
    private readonly BatchReads _batchReads;
    private readonly BatchWrites _batchWrites;
    private readonly Hydration _hydration;
    private readonly UniqueWrites _uniqueWrites;
    private readonly UniqueRepairs _uniqueRepairs;

    /// <summary>Puts the calls together.</summary>
    /// <param name="transport">Carries the requests.</param>
    /// <param name="telemetry">Records each call.</param>
    /// <param name="options">Gives the tables their names.</param>
    /// <param name="timeProvider">Tells the time of a call; the system's by default.</param>
    public RepositoryContext(ITransport transport, DynamoGenTelemetry telemetry, DynamoGenOptions options, TimeProvider? timeProvider = null)
        : this(new ContextParts(transport, telemetry, options, timeProvider ?? TimeProvider.System, cache: null, interceptors: null), details: null)
    {
    }

    /// <summary>Puts the calls together of what a host has.</summary>
    internal RepositoryContext(ContextParts parts)
        : this(parts, details: null)
    {
    }

    private RepositoryContext(ContextParts parts, ResponseDetails? details)
    {
        var (transport, telemetry, options, cache, interceptors) = (parts.Transport, parts.Telemetry, parts.Options, parts.Cache, parts.Interceptors);
        _parts = parts;
        _details = details;
        _timeProvider = parts.TimeProvider;
        _sender = new RequestSender(transport, telemetry, options, interceptors, details);
        var stale = new StaleWrites(parts.Regions.Routes, options, () => parts.Region);
        _reads = new ItemReads(_sender);
        _cachedReads = new CachedReads(_sender, _reads, cache);
        _writes = new ItemWrites(_sender, _timeProvider, stale);
        _scans = new Scans(_sender);
        var requests = new QueryRequests(_sender);
        var cursors = new QueryCursors(_sender, parts.CursorKeys);
        _queries = new Queries(_sender, requests);
        _counts = new CountQueries(_sender, requests);
        _pages = new PageQueries(_sender, requests, cursors);
        _shards = new ShardQueries(_sender, requests, cursors);
        _batches = new BatchSender(_sender, options.Batches, _timeProvider);
        _batchReads = new BatchReads(_sender, _batches);
        _batchWrites = new BatchWrites(_sender, _batches);
        _hydration = new Hydration(_sender, _batches);
        var transactions = new TransactionSender(transport, telemetry, _timeProvider, interceptors, details);
        var once = new ItemTransactions(transactions, stale);
        _versioned = new VersionedWrites(_sender, _writes, once, new ItemUpgrades(_sender, () => parts.Region), new ExpiredItems(_sender, _timeProvider));
        _uniqueWrites = new UniqueWrites(_sender, _writes, once, _timeProvider);
        _uniqueRepairs = new UniqueRepairs(_sender, _scans, _reads, transactions, _timeProvider);
    }

    /// <summary>The time of a call, by which items expire and are stamped.</summary>
    public DateTimeOffset UtcNow => _timeProvider.GetUtcNow();

    /// <summary>The same calls for one call of a repository, which tell what their requests say.</summary>
    /// <param name="details">Gathers it.</param>
    public RepositoryContext With(ResponseDetails details) => new(_parts, details);

    /// <summary>The name of a table in this environment.</summary>
    /// <param name="table">The table as declared.</param>
    public string TableName(TableSchema table) => _sender.TableName(table);
}
