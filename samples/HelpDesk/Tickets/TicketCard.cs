using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>What a list shows of a ticket.</summary>
[Projection<Ticket>]
public sealed partial record TicketCard(int Number, string Subject, TicketStatus Status);
