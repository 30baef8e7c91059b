namespace HelpDesk.Tickets;

public enum TicketStatus
{
    Open,
    Waiting,
    Solved,
}
