using DynamoGen.Transactions;
using HelpDesk.Statistics;

namespace HelpDesk.Tickets;

/// <summary>Takes tickets in: no more of a customer than the limit, and each together with the statistics of its day.</summary>
public sealed class Reception(ITransactions transactions, ITickets tickets, IDailyStatistics statistics, IRateLimits limits, TimeProvider timeProvider)
{
    public const int TicketsPerHour = 5;

    /// <returns>False when the customer has opened too many tickets within the hour.</returns>
    /// <exception cref="DynamoGen.TransactionFailedException">There is a ticket of this number.</exception>
    public async ValueTask<bool> OpenAsync(Ticket ticket, CancellationToken cancellationToken = default)
    {
        if (!await limits.UpsertHit(ticket.CustomerId, timeProvider.GetUtcNow().AddHours(1), TicketsPerHour, cancellationToken))
        {
            return false;
        }

        var day = DateOnly.FromDateTime(ticket.OpenedAt.UtcDateTime);
        await transactions.WriteAsync(
            [tickets.CreateAction(ticket), statistics.UpsertOpenedAction(ticket.Queue, day)], cancellationToken: cancellationToken);
        return true;
    }
}
