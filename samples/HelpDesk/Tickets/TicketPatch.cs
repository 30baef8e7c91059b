using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>What an agent may change of a ticket, also as a JSON Merge Patch.</summary>
[Patch<Ticket>(nameof(Ticket.Subject), nameof(Ticket.Priority), nameof(Ticket.Status), nameof(Ticket.Agent), nameof(Ticket.Tags))]
public sealed partial record TicketPatch;
