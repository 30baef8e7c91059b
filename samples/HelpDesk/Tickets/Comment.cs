using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>What somebody said of a ticket, with its reactions counted by their names.</summary>
[Entity<HelpDeskTable>]
[Key("TICKET#{Number}", "COMMENT#{At}")]
public sealed partial record Comment(int Number, DateTimeOffset At, string Author, string Text) : ITicketItem, IHelpDeskItem
{
    public Dictionary<string, int> Reactions { get; init; } = [];
}
