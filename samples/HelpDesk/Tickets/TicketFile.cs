using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>A ticket and all that was done for it: one item collection, one Query.</summary>
[ItemCollection]
public sealed partial record TicketFile
{
    public required Ticket Ticket { get; init; }

    public required IReadOnlyList<Comment> Comments { get; init; }

    public required IReadOnlyList<TimeEntry> TimeEntries { get; init; }
}
