using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>What agents put their own searches together from.</summary>
[Fields<Ticket>]
public sealed partial class TicketFields;
