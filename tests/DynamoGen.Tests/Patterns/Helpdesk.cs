using DynamoGen.Transactions;

namespace DynamoGen.Tests.Patterns;

[Table("helpdesk", TimeToLive = "Until")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
public sealed partial class Helpdesk;

public enum TicketStatus
{
    Open,
    Waiting,
    Solved,
}

[Entity<Helpdesk>]
[Key("QUEUE#{Queue}", "{Number}")]
[Key("gsi1", "WHO#{Assignee}", "{Number}")]
[Key("gsi2", "STATUS#{Status}", "{Number}", Shards = 3)]
public sealed partial record Ticket(string Queue, int Number, string Title)
{
    public TicketStatus Status { get; init; }

    public int Priority { get; init; }

    public decimal? Weight { get; init; }

    public string? Assignee { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    [OmitDefault]
    public bool Urgent { get; init; }

    [OmitDefault]
    public int Votes { get; init; }
}

/// <summary>Every method is what its attribute says, and none is called so.</summary>
[Repository<Ticket>]
public partial interface ITickets
{
    [Put]
    ValueTask SaveAsync(Ticket ticket);

    [Create]
    ValueTask<bool> OpenAsync(Ticket ticket);

    [Replace]
    ValueTask<bool> StoreAsync(Ticket ticket);

    [Upsert]
    ValueTask<Ticket?> KeepAsync(Ticket ticket);

    [Delete]
    ValueTask<bool> DropAsync(string queue, int number);

    [Put]
    ValueTask ImportAsync(IEnumerable<Ticket> tickets);

    [Delete]
    ValueTask PurgeAsync(IEnumerable<Ticket.PrimaryKey> keys);

    [Get]
    IAsyncEnumerable<Ticket> SomeOf(IReadOnlyList<Ticket.PrimaryKey> keys);

    [Update("SET Priority = {priority}")]
    ValueTask<Ticket> EscalateAsync(string queue, int number, int priority);

    [Update("DELETE Tags {tags}")]
    ValueTask<bool> DeleteTags(string queue, int number, HashSet<string> tags);

    [Check]
    WriteAction Demand(string queue, int number);

    [Get]
    ValueTask<Ticket?> SettingsOf(string queue, int number);

    [Query]
    [Descending]
    ValueTask<Ticket?> LatestOf(string queue);

    [Query]
    IAsyncEnumerable<Ticket> Everything(string queue);

    ValueTask<List<Ticket>> AsList(string queue);

    Task<Ticket[]> AsArray(string queue);

    ValueTask<IEnumerable<Ticket>> AsSequence(string queue);

    ValueTask<IReadOnlyCollection<Ticket>> AsCollection(string queue);

    ValueTask<Ticket.PrimaryKey[]> KeysOf(string queue);

    ValueTask<long> CountOf(string queue, int? from = null, int? to = null);

    [Filter("Status = {status}")]
    ValueTask<long> CountWith(string queue, TicketStatus status);

    [Index("gsi1")]
    ValueTask<long> CountAssigned(string assignee);

    [Index("gsi2")]
    Task<long> CountByStatus(TicketStatus status);

    ValueTask<bool> Exists(string queue, int number);

    [ConsistentRead]
    Task<bool> ExistsConsistently(string queue, int number);

    ValueTask<bool> ExistsInQueue(string queue);

    [Exists]
    [Filter("Priority > {priority}")]
    ValueTask<bool> HasAbove(string queue, int priority);

    [Index("gsi2")]
    ValueTask<bool> ExistsByStatus(TicketStatus status);

    [Index("gsi2")]
    ValueTask<IReadOnlyList<Ticket>> ListByStatus(TicketStatus status, int? limit = null);

    [Index("gsi2")]
    [Descending]
    ValueTask<Ticket?> LastByStatus(TicketStatus status);
}
