namespace DynamoGen.Tests.Patterns;

/// <summary>Counts by names that nobody knows before.</summary>
[Entity<Helpdesk>]
[Key("TALLY#{Id}", "TALLY")]
public sealed partial record Tally(string Id, int Revision)
{
    public Dictionary<string, int> Counts { get; init; } = [];

    public Dictionary<TicketStatus, bool> States { get; init; } = [];

    public Dictionary<Guid, string> Names { get; init; } = [];
}

[Repository<Tally>]
public partial interface ITallies
{
    ValueTask Put(Tally tally);

    ValueTask<Tally?> Get(string id);

    [Update("ADD Counts[{key}] {by}")]
    ValueTask UpdateCount(string id, string key, int by);

    [Update("SET States[{status}] = {value} REMOVE Names[{name}]")]
    ValueTask UpdateState(string id, TicketStatus status, bool value, Guid name);

    [Filter("Counts[{key}] > {least}")]
    ValueTask<long> CountAbove(string id, string key, int least);

    [Condition("attribute_not_exists(Revision) OR Revision < {tally.Revision}")]
    ValueTask<WriteOutcome> PutNewer(Tally tally);
}
