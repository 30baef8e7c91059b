using HelpDesk.Audit;
using HelpDesk.People;
using HelpDesk.Tickets;

namespace HelpDesk.Tour;

/// <summary>Fills the help desk with a day's work, the same each time, by the access patterns themselves.</summary>
public sealed class SampleData(
    Reception reception, ITickets tickets, IComments comments, ITimeEntries timeEntries, ICustomers customers, IAgents agents, IAuditEntries audit)
{
    public const int TicketCount = 12;

    public const string Billing = "billing";
    public const string Network = "network";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Day = new(2026, 3, 2);

    public static readonly Customer[] Customers =
    [
        new(1, "Ann", "ann@example.com"),
        new(2, "Ben", "ben@example.com"),
        new(3, "Cem", "cem@example.com"),
    ];

    /// <summary>Every third ticket is of the network, and of the third customer.</summary>
    public static Ticket TicketOf(int number) => new()
    {
        Number = number,
        CustomerId = 1 + ((number - 1) % 3),
        Queue = number % 3 == 0 ? Network : Billing,
        Subject = $"Question {number}",
        OpenedAt = Start.AddHours(number),
        Priority = (Priority)(number % 4),
        Agent = number % 2 == 0 ? "kim" : null,
        Tags = number % 2 == 0 ? ["invoice"] : ["invoice", "refund"],
    };

    public async Task FillAsync(CancellationToken cancellationToken = default)
    {
        foreach (var customer in Customers)
        {
            await customers.Create(customer, cancellationToken);
        }

        await agents.ReportAsync(new Agent("kim", IsAvailable: true, Start), cancellationToken);
        for (var number = 1; number <= TicketCount; number++)
        {
            await reception.OpenAsync(TicketOf(number), cancellationToken);
        }

        await tickets.EscalateAsync(2, "lee", cancellationToken);
        await tickets.EscalateAsync(11, "lee", cancellationToken);
        await WorkAsync(cancellationToken);
        await audit.PutMany(
            Enumerable.Range(1, TicketCount).Select(number => new AuditEntry(Day, Start.AddHours(number), "kim", $"read ticket {number}")), cancellationToken);
    }

    /// <summary>What was said and done for the first ticket.</summary>
    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await comments.AddAsync(new Comment(1, Start.AddHours(2), "kim", "Which invoice?"), cancellationToken);
        await timeEntries.AddAsync(new TimeEntry(1, Start.AddHours(2), "kim", 5));
        await comments.AddAsync(new Comment(1, Start.AddHours(3), "Ann", "That of May."), cancellationToken);
        await timeEntries.AddAsync(new TimeEntry(1, Start.AddHours(4), "lee", 45) { Charge = (60, "EUR") });
        await comments.AddAsync(new Comment(1, Start.AddHours(5), "kim", "It is paid back."), cancellationToken);
    }
}
