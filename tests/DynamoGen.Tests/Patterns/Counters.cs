using DynamoGen.Transactions;

namespace DynamoGen.Tests.Patterns;

/// <summary>The visits of a page on a day, found by site too.</summary>
[Entity<Helpdesk>]
[Key("PAGE#{Page}", "{Day}")]
[Key("gsi1", "SITE#{Site}", "{Day}#{Page}")]
public sealed partial record Visits(string Page, DateOnly Day, string Site)
{
    public required long Count { get; init; }

    public string? LastVisitor { get; init; }

    public List<string> Referrers { get; init; } = [];

    [CreatedAt]
    public DateTimeOffset Begun { get; init; }

    [UpdatedAt]
    public DateTimeOffset Changed { get; init; }

    [OptimisticLock]
    public long Version { get; init; }
}

[Repository<Visits>]
public partial interface IVisits
{
    ValueTask<Visits?> Get(string page, DateOnly day);

    [Index("gsi1")]
    IAsyncEnumerable<Visits> OfSite(string site);

    ValueTask Put(Visits visits);

    [Update("ADD Count {by} SET LastVisitor = {visitor}")]
    ValueTask<Visits> UpsertCount(string page, DateOnly day, string site, long by, string visitor);

    [Update("ADD Count 1")]
    ValueTask<Visits?> UpsertReturningOld(string page, DateOnly day, string site);

    [Upsert]
    [Update("SET Count = if_not_exists(Count, 100) + {by}, Referrers = list_append(Referrers, {more})")]
    ValueTask<Visits> ReferAsync(string page, DateOnly day, string site, long by, List<string> more);

    [Update("ADD Count 1")]
    [Condition("attribute_not_exists(Count) OR Count < {most}")]
    ValueTask<bool> UpsertWithin(string page, DateOnly day, string site, long most);

    [Update("SET Site = {site} ADD Count 1")]
    ValueTask<Visits> UpsertMoved(string page, DateOnly day, string site);

    [Update("ADD Count 1")]
    WriteAction UpsertAction(string page, DateOnly day, string site);

    [Idempotent]
    [Update("ADD Count 1")]
    ValueTask UpsertOnce(string page, DateOnly day, string site);

    [Update("ADD Count 1")]
    ValueTask<bool> UpsertLocked(string page, DateOnly day, string site, long version);
}

/// <summary>What a client may still do until its window ends.</summary>
[Entity<Helpdesk>]
[Key("CLIENT#{Client}", "LIMIT")]
public sealed partial record RateLimit(string Client, int Used, [property: TimeToLive] DateTimeOffset Until);

[Repository<RateLimit>]
public partial interface IRateLimits
{
    ValueTask<RateLimit?> Get(string client);

    [Update("ADD Used 1 SET Until = if_not_exists(Until, {until})")]
    [Condition("attribute_not_exists(Used) OR Used < {most}")]
    ValueTask<bool> UpsertHit(string client, DateTimeOffset until, int most);

    [Update("ADD Used {by} SET Until = {until}")]
    ValueTask<RateLimit> UpsertUse(string client, int by, DateTimeOffset until);
}

/// <summary>What a player has, of which the first version held a tenth.</summary>
[Entity<Helpdesk>(Version = 2)]
[Key("GAME#{Game}", "{Player}")]
public sealed partial record Score(string Game, string Player, long Points)
{
    [Upcast(1, nameof(Points))]
    internal static long FromTens(long tens) => tens * 10;
}

/// <summary>A score as the first version wrote it.</summary>
[Entity<Helpdesk>(Name = "Score")]
[Key("GAME#{Game}", "{Player}")]
public sealed partial record FirstScore(string Game, string Player, long Points);

[Repository<Score>]
public partial interface IScores
{
    ValueTask<Score?> Get(string game, string player);

    [Update("ADD Points {points}")]
    ValueTask<Score> UpsertPoints(string game, string player, long points);

    [Update("ADD Points {points}")]
    WriteAction UpsertAction(string game, string player, long points);
}

[Repository<FirstScore>]
public partial interface IFirstScores
{
    ValueTask Put(FirstScore score);
}
