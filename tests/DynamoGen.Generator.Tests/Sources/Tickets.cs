namespace DynamoGen.Generator.Tests.Sources;

/// <summary>An entity whose writes are conditional in every way, with updates that touch index keys.</summary>
internal static class Tickets
{
    public const string Entity = """
        using DynamoGen.Batches;
        using DynamoGen.Transactions;

        namespace Shop;

        [Table("tickets", TimeToLive = "expires")]
        [GlobalIndex("byStatus", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("byAssignee", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
        public sealed partial class TicketTable;

        public enum TicketStatus { [EnumName("O")] Open, Closed }

        public sealed record Comment(string Author, string Text, int Votes);

        [Entity<TicketTable>(Version = 2)]
        [Key("PROJECT#{Project}", "TICKET#{Number}")]
        [Key("byStatus", "{Project}#{Status}", "{UpdatedAt}", Shards = 4)]
        [Key("byAssignee", "{Assignee}", "{Priority}#{Number}")]
        public sealed partial record Ticket(string Project, int Number)
        {
            public required TicketStatus Status { get; init; }
            public string? Assignee { get; init; }
            public int Priority { get; init; }
            public decimal? Estimate { get; init; }
            public required string Title { get; init; }
            public bool IsPublic { get; init; }
            public List<Comment> Comments { get; init; } = [];
            public Dictionary<string, int> Counts { get; init; } = [];
            public HashSet<string> Tags { get; init; } = [];
            public Comment? First { get; init; }
            [AttributeName("expires"), TimeToLive] public DateTimeOffset? ExpiresAt { get; init; }
            [OptimisticLock] public long Revision { get; init; }
            [CreatedAt] public DateTimeOffset CreatedAt { get; init; }
            [UpdatedAt] public DateTimeOffset UpdatedAt { get; init; }
            [Upcast(1, nameof(Priority))] private static int FromText(string stored) => stored.Length;
        }

        """;

    public const string Batches = """
        [Entity<TicketTable>]
        [Key("VISIT#{Id}", "VISIT")]
        public sealed partial record Visit(Guid Id)
        {
            [AttributeName("expires"), TimeToLive] public DateTime ExpiresAt { get; init; }
            [UpdatedAt] public DateTime SeenAt { get; init; }
        }

        [Repository<Visit>]
        public partial interface IVisits
        {
            ValueTask PutMany(IEnumerable<Visit> visits);
            Task DeleteMany(IReadOnlyList<Visit.PrimaryKey> visits, CancellationToken cancellationToken);
            IAsyncEnumerable<Visit> GetMany(IReadOnlyCollection<Visit.PrimaryKey> visits, CancellationToken cancellationToken = default);
            [IncludeExpired, ConsistentRead] IAsyncEnumerable<Visit> GetManyAnyway(IEnumerable<Visit.PrimaryKey> visits);
            WriteAction PutAction(Visit visit);
            ReadAction<Visit> GetAction(Guid id);
            BatchWrite PutEntry(Visit visit);
            [Delete] BatchWrite Remove(Guid id);
            BatchWrite DeleteEntry(Visit visit);
        }

        """;

    public const string Repository = """
        [Repository<Ticket>]
        public partial interface ITickets
        {
            ValueTask<Ticket?> Get(string project, int number);
            [IncludeExpired] ValueTask<Ticket?> GetAnyway(string project, int number);
            [Cached(60)] ValueTask<Ticket?> GetCached(string project, int number, CancellationToken cancellationToken);
            [Cached(5), IncludeExpired] Task<Ticket?> GetCachedAnyway(string project, int number);
            [Filter("Priority >= {least} AND (Status = 'Open' OR contains(Tags, {tag}))")]
            IAsyncEnumerable<Ticket> Important(string project, int least, string tag);
            [Filter("size(Title) > {length} AND NOT IsPublic = true AND Estimate BETWEEN 1 AND {most}")]
            ValueTask<IReadOnlyList<Ticket>> Long(string project, int length, decimal most, CancellationToken cancellationToken);
            [Index("byAssignee"), IncludeExpired] IAsyncEnumerable<Ticket> OfAssignee(string assignee);
            ValueTask<Ticket> Put(Ticket ticket);
            ValueTask Create(Ticket ticket, CancellationToken cancellationToken = default);
            Task<bool> CreateIfNew(Ticket ticket);
            [Condition("Status = {expected}")] ValueTask<Ticket?> Replace(Ticket ticket, TicketStatus expected);
            ValueTask Delete(Ticket ticket);
            ValueTask<bool> DeleteRevision(string project, int number, long revision);
            [Update("SET Title = {title}, Comments = list_append(Comments, {more}), First.Votes = First.Votes + 1, Counts['reads'] = if_not_exists(Counts['reads'], 0) REMOVE Estimate ADD Tags {tags}"), Condition("attribute_exists(First)")]
            ValueTask<Ticket> Update(string project, int number, string title, List<Comment> more, HashSet<string> tags);
            [Update("SET Status = {status}"), Condition("Status <> {status} OR Priority IN (1, 2)")]
            ValueTask<bool> UpdateStatus(string project, int number, TicketStatus status, long revision);
            [Update("SET Assignee = {assignee}")]
            ValueTask UpdateAssignee(string project, int number, string assignee, int priority);
            [Update("REMOVE Assignee")]
            ValueTask UpdateUnassigned(string project, int number);
        }

        """;
}
