using DynamoGen;

namespace HelpDesk.Audit;

[Repository<AuditEntry>]
public partial interface IAuditEntries
{
    /// <summary>Writes entries, each into the shard that its sort key names.</summary>
    ValueTask PutMany(IEnumerable<AuditEntry> entries, CancellationToken cancellationToken = default);

    [Create]
    ValueTask<bool> AddAsync(AuditEntry entry, CancellationToken cancellationToken = default);

    /// <summary>One entry, by one request to its shard.</summary>
    ValueTask<AuditEntry?> Get(DateOnly day, DateTimeOffset at, string agent, CancellationToken cancellationToken = default);

    /// <summary>What was done on a day in the order of time, from all shards at once.</summary>
    ValueTask<IReadOnlyList<AuditEntry>> Of(DateOnly day, DateTimeOffset? from = null, CancellationToken cancellationToken = default);

    [Descending]
    ValueTask<Page<AuditEntry>> PageOf(DateOnly day, int limit, string? cursor = null, CancellationToken cancellationToken = default);

    /// <summary>What was done last on a day.</summary>
    [Query, Descending]
    ValueTask<AuditEntry?> LatestOf(DateOnly day, CancellationToken cancellationToken = default);
}
