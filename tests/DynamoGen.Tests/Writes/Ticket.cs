using DynamoGen.Transactions;

namespace DynamoGen.Tests.Writes;

[Table("tickets", TimeToLive = "expires")]
[LocalIndex("byPriority", SortKey = "lsi1sk")]
[GlobalIndex("byStatus", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("byAssignee", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
public sealed partial class Tickets;

public enum TicketStatus
{
    [EnumName("O")]
    Open,
    Closed,
}

public sealed record Comment(string Author, string Text, int Votes = 0);

[Entity<Tickets>]
[Key("PROJECT#{Project}", "TICKET#{Number}")]
[Key("byPriority", "PROJECT#{Project}", "{Priority}#{Number}")]
[Key("byStatus", "{Project}#{Status}", "{UpdatedAt}", Shards = 4)]
[Key("byAssignee", "{Assignee}", "{Priority}#{Number}")]
public sealed partial record Ticket(string Project, int Number)
{
    public TicketStatus Status { get; init; }

    public string? Assignee { get; init; }

    public int Priority { get; init; }

    public decimal? Estimate { get; init; }

    public string Title { get; init; } = string.Empty;

    public List<Comment> Comments { get; init; } = [];

    public Dictionary<string, int> Counts { get; init; } = [];

    public HashSet<string> Tags { get; init; } = [];

    public Comment? First { get; init; }

    [AttributeName("expires"), TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }

    [OptimisticLock]
    public long Revision { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }
}

[Repository<Ticket>]
public partial interface ITickets
{
    [ConsistentRead]
    ValueTask<Ticket?> Get(string project, int number);

    [IncludeExpired]
    ValueTask<Ticket?> GetAnyway(string project, int number);

    [Filter("Priority >= {least} AND (Status = 'Open' OR contains(Tags, {tag}))")]
    IAsyncEnumerable<Ticket> Important(string project, int least, string tag);

    [Filter("size(Title) > {length} AND NOT Estimate BETWEEN 1 AND {most}")]
    ValueTask<IReadOnlyList<Ticket>> Long(string project, int length, decimal most);

    [Index("byAssignee")]
    IAsyncEnumerable<Ticket> OfAssignee(string assignee, int? from = null);

    [Index("byStatus")]
    IAsyncEnumerable<Ticket> WithStatus(string project, TicketStatus status);

    [Index("byPriority"), ConsistentRead]
    IAsyncEnumerable<Ticket> ByPriority(string project, int? from = null);

    [Filter("Priority >= {least}")]
    ValueTask<Page<Ticket>> Page(string project, int least, int limit, string? cursor);

    [Index("byStatus"), Descending]
    ValueTask<Page<Ticket>> LatestWithStatus(
        string project, TicketStatus status, int limit, string? cursor = null, CancellationToken cancellationToken = default);

    ValueTask<Ticket> Put(Ticket ticket);

    ValueTask<Ticket> Create(Ticket ticket);

    ValueTask<bool> CreateIfNew(Ticket ticket);

    [Condition("Status = {expected}")]
    ValueTask<Ticket?> Replace(Ticket ticket, TicketStatus expected);

    ValueTask Delete(Ticket ticket);

    ValueTask<bool> DeleteRevision(string project, int number, long revision);

    [Update("""
        SET Title = {title}, Comments = list_append(Comments, {more}), First.Votes = First.Votes + 1, Counts['reads'] = if_not_exists(Counts['reads'], 0) + {by}
        REMOVE Estimate
        ADD Tags {tags}
        """)]
    [Condition("attribute_exists(First)")]
    ValueTask<Ticket> Update(string project, int number, string title, List<Comment> more, int by, HashSet<string> tags);

    [Update("SET Comments[1].Text = {text} DELETE Tags {tags}")]
    ValueTask<Ticket?> UpdateSecond(string project, int number, string text, HashSet<string> tags);

    [Update("SET Status = {status}")]
    [Condition("Status <> {status} OR Priority IN (1, 2)")]
    ValueTask<bool> UpdateStatus(string project, int number, TicketStatus status, long revision);

    WriteAction PutAction(Ticket ticket);

    [Condition("Priority < {most}")]
    WriteAction CheckPriority(string project, int number, int most);

    [Update("SET Title = {title}")]
    WriteAction UpdateTitle(string project, int number, string title, long revision);

    WriteAction DeleteAction(Ticket ticket);

    ReadAction<Ticket> GetAction(string project, int number);

    [Update("SET Assignee = {assignee}")]
    ValueTask UpdateAssignee(string project, int number, string assignee, int priority);

    [Update("REMOVE Assignee")]
    ValueTask UpdateUnassigned(string project, int number);
}
