using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>How long an agent worked on a ticket.</summary>
[Entity<HelpDeskTable>]
[Key("TICKET#{Number}", "TIME#{At}")]
public sealed partial record TimeEntry(int Number, DateTimeOffset At, string Agent, int Minutes) : ITicketItem, IHelpDeskItem
{
    /// <summary>What the customer pays for it; null where it is part of the contract.</summary>
    public (decimal Amount, string Currency)? Charge { get; init; }
}
