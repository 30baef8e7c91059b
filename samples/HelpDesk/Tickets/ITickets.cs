using DynamoGen;
using DynamoGen.Transactions;

namespace HelpDesk.Tickets;

[Repository<Ticket>]
public partial interface ITickets
{
    ValueTask<Ticket?> Get(int number, CancellationToken cancellationToken = default);

    ValueTask<bool> Exists(int number, CancellationToken cancellationToken = default);

    /// <summary>The ticket and all that was done for it.</summary>
    ValueTask<TicketFile?> FileOf(int number, CancellationToken cancellationToken = default);

    /// <summary>The same, item by item: a file may be long.</summary>
    IAsyncEnumerable<ITicketItem> ItemsOf(int number);

    ValueTask<Page<ITicketItem>> PageOf(int number, int limit, string? cursor = null, CancellationToken cancellationToken = default);

    /// <summary>The list screen of a queue, latest first: what is null is not asked for.</summary>
    [Index("by-queue"), Descending]
    [Filter("Status = {status} AND Priority >= {least} AND Agent = {agent} AND contains(Tags, {tag})")]
    ValueTask<Page<Ticket>> Search(
        string queue,
        int limit,
        string? cursor = null,
        TicketStatus? status = null,
        Priority? least = null,
        string? agent = null,
        string? tag = null,
        CancellationToken cancellationToken = default);

    [Index("by-queue"), Filter("Priority IN {priorities}")]
    ValueTask<List<Ticket>> OfPriorities(string queue, IReadOnlyCollection<Priority> priorities, CancellationToken cancellationToken = default);

    /// <summary>A search that an agent has put together, latest first; null asks for nothing.</summary>
    [Index("by-queue"), Descending]
    ValueTask<Page<Ticket>> Matching(
        string queue, int limit, string? cursor, ItemFilter<Ticket>? filter, CancellationToken cancellationToken = default);

    /// <summary>The list screen of an agent, over all of the agent's queues.</summary>
    [Index("by-queue")]
    ValueTask<Page<Ticket>> OfQueues(
        IReadOnlyList<string> queues, bool descending, int limit, string? cursor = null, CancellationToken cancellationToken = default);

    /// <summary>What an agent takes next.</summary>
    [Index("by-queue"), Filter("Status = 'Open'")]
    ValueTask<Ticket?> NextOf(IReadOnlyList<string> queues, CancellationToken cancellationToken = default);

    [Index("by-queue")]
    ValueTask<Ticket?> OldestOf(string queue, CancellationToken cancellationToken = default);

    [Index("by-queue"), Filter("Status = {status}")]
    ValueTask<long> CountOf(string queue, TicketStatus status, CancellationToken cancellationToken = default);

    [Index("by-customer")]
    Task<Ticket[]> OfCustomer(int customerId);

    /// <summary>What a customer's own system has not seen yet: all behind the last ticket that it has.</summary>
    [Index("by-customer")]
    IAsyncEnumerable<Ticket> OpenedAfter(int customerId, DateTimeOffset afterOpenedAt, int afterNumber);

    [Exists, Index("by-customer"), Filter("Status <> 'Solved'")]
    ValueTask<bool> IsCustomerWaiting(int customerId, CancellationToken cancellationToken = default);

    /// <summary>The tickets of these numbers in their order, null where there is none.</summary>
    ValueTask<IReadOnlyList<Ticket?>> GetMany(IEnumerable<Ticket.PrimaryKey> keys, CancellationToken cancellationToken = default);

    [Get]
    IAsyncEnumerable<TicketCard> CardsOf(IAsyncEnumerable<Ticket.PrimaryKey> keys);

    [AllowScan("few tickets are escalated, and only those are in the index"), Index("escalated")]
    IAsyncEnumerable<Ticket> Escalated();

    [AllowScan("the export of the night"), Filter("OpenedAt < {before}")]
    IAsyncEnumerable<TicketCard> Export(DateTimeOffset before, int segments);

    [AllowScan("the report of the year")]
    ValueTask<long> CountAll(CancellationToken cancellationToken = default);

    [AllowScan("the backup of the night")]
    IAsyncEnumerable<IHelpDeskItem> Everything(int segments);

    WriteAction CreateAction(Ticket ticket);

    /// <summary>Replaces a ticket as it was read.</summary>
    ValueTask<WriteOutcome> Replace(Ticket ticket, CancellationToken cancellationToken = default);

    ValueTask<Ticket> Update(int number, TicketPatch patch, CancellationToken cancellationToken = default);

    /// <summary>Solves a ticket, and tells what a list shows of it.</summary>
    [Update("SET Status = 'Solved'"), Condition("Status <> 'Solved'")]
    ValueTask<TicketCard> SolveAsync(int number, CancellationToken cancellationToken = default);

    [Update("SET EscalatedTo = {escalatedTo}"), Condition("Status <> 'Solved'")]
    Task EscalateAsync(int number, string escalatedTo, CancellationToken cancellationToken = default);
}
