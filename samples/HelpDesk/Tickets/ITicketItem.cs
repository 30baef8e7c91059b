using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>The ticket itself, or what was done for it.</summary>
[ItemCollection(typeof(Ticket), typeof(Comment), typeof(TimeEntry))]
public interface ITicketItem
{
    int Number { get; }
}
