using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>How long an agent worked on a ticket.</summary>
[Entity<HelpDeskTable>]
[Key("TICKET#{Number}", "TIME#{At}")]
public sealed partial record TimeEntry(int Number, DateTimeOffset At, string Agent, int Minutes) : ITicketItem, IHelpDeskItem;
