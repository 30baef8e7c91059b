namespace DynamoGen.Tests.Patterns;

/// <summary>One method answers each list screen, whatever of its filters is chosen.</summary>
[Repository<Ticket>]
public partial interface IScreens
{
    ValueTask Put(Ticket ticket);

    [Filter("Priority >= {least}")]
    ValueTask<Ticket[]> AtLeast(string queue, int? least = null);

    [Filter("Title = {title} AND Weight BETWEEN {least} AND {most} AND Assignee = {assignee}")]
    ValueTask<Page<Ticket>> Page(string queue, int limit, string? cursor, string? title, decimal? least, decimal? most, string? assignee);

    [Filter("Status IN {statuses}")]
    ValueTask<Ticket[]> WithStatus(string queue, IReadOnlyList<TicketStatus> statuses);

    [Filter("Votes IN {votes}")]
    ValueTask<Ticket[]> WithVotes(string queue, int[] votes);

    [Filter("Assignee IN ({names}) OR Priority > {priority}")]
    ValueTask<Ticket[]> OfSomebody(string queue, HashSet<string>? names, int? priority);

    [Filter(
        "(Status = {status} OR Priority >= {priority} OR contains(Tags, {tag})) "
        + "AND NOT (Urgent = {urgent} AND begins_with(Title, {start})) "
        + "AND Weight BETWEEN {least} AND {most} AND Status IN {statuses} AND Votes < {votes}")]
    ValueTask<Ticket[]> Found(
        string queue,
        TicketStatus? status,
        int? priority,
        string? tag,
        bool? urgent,
        string? start,
        decimal? least,
        decimal? most,
        IReadOnlyCollection<TicketStatus>? statuses,
        int? votes);

    [Update("SET Priority = {priority}")]
    [Condition("Priority < {below} AND Assignee = {assignee}")]
    ValueTask<bool> UpdatePriority(string queue, int number, int priority, int? below, string? assignee);

    [Condition("Priority < {below} OR Status IN {statuses}")]
    ValueTask<bool> Delete(string queue, int number, int? below, TicketStatus[]? statuses);
}
