using DynamoGen.Transactions;

namespace DynamoGen.Tests.Patterns;

/// <summary>A pass with a lock, a time at which it ends, and a number of its own; one whose holder is known is in an index that the others are not in.</summary>
[Entity<Helpdesk>]
[Key("PASS#{Id}", "PASS")]
[Key("gsi1", "HOLDER#{Holder}", "{Id}")]
public sealed partial record Pass(string Id, int Uses, [property: TimeToLive] DateTimeOffset? Until)
{
    public string? Holder { get; init; }

    public string Note { get; init; } = string.Empty;

    [OptimisticLock]
    public long Version { get; init; }
}

[Entity<Helpdesk>]
[Key("BADGE#{Id}", "BADGE")]
[Unique("CODE#{Code}")]
public sealed partial record Badge(string Id, string Code);

[Projection<Pass>]
public sealed partial record PassUse(string Id, int Uses);

[Repository<Pass>]
public partial interface IPasses
{
    ValueTask<Pass> Create(Pass pass);

    ValueTask<WriteOutcome> CreateNew(Pass pass);

    ValueTask<Pass> Replace(Pass pass);

    Task<WriteOutcome> ReplaceOld(Pass pass);

    [Update("ADD Uses 1")]
    [Condition("Uses < {most}")]
    ValueTask UpdateUses(string id, int most);

    [Update("ADD Uses 1")]
    [Condition("Uses < {most}")]
    ValueTask<WriteOutcome> UpdateUsesOf(string id, int most);

    [Idempotent]
    [Update("ADD Uses 1")]
    ValueTask<WriteOutcome> UpdateUsesOnce(string id, long version);

    [Update("ADD Uses 1")]
    WriteAction UpdateAction(string id, long version);

    ValueTask<WriteOutcome> Delete(Pass pass);

    [AllowScan("a report")]
    IAsyncEnumerable<Pass> All(int segments);

    [AllowScan("a report")]
    [Filter("Uses >= {least} AND Note IN {notes}")]
    IAsyncEnumerable<Pass> Used(int? least, string[]? notes, int segments, CancellationToken cancellationToken = default);

    [AllowScan("a report")]
    [ConsistentRead]
    IAsyncEnumerable<PassUse> Some(int? limit = null);

    [AllowScan("a report")]
    IAsyncEnumerable<Pass.PrimaryKey> PartOf(int segment, int segments);

    [AllowScan("a report")]
    [Filter("Uses > {uses}")]
    ValueTask<Page<Pass>> PageOf(int uses, int limit, string? cursor);

    [AllowScan("a report")]
    [IncludeExpired]
    ValueTask<long> CountAll();

    [AllowScan("those with a holder are few")]
    [Index("gsi1")]
    IAsyncEnumerable<Pass> Held(int segments);
}

[Repository<Badge>]
public partial interface IBadges
{
    ValueTask<WriteOutcome> Create(Badge badge);

    ValueTask<WriteOutcome> Replace(Badge badge, Badge before);
}
