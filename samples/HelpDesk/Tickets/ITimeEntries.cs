using DynamoGen;
using DynamoGen.Batches;

namespace HelpDesk.Tickets;

[Repository<TimeEntry>]
public partial interface ITimeEntries
{
    /// <summary>The long ones of a ticket, and what it cost to find them.</summary>
    [Filter("Minutes >= {least}")]
    ValueTask<Response<IReadOnlyList<TimeEntry>>> LongOnesOf(int number, int least, CancellationToken cancellationToken = default);

    /// <summary>What is charged for a ticket in one currency, from an amount on.</summary>
    [Filter("Charge.Currency = {currency} AND Charge.Amount >= {least}")]
    ValueTask<TimeEntry[]> ChargedIn(int number, string currency, decimal least = 0, CancellationToken cancellationToken = default);

    /// <summary>Charges another amount, if it is in this currency.</summary>
    [Update("SET Charge.Amount = {amount}"), Condition("Charge.Currency = {currency}")]
    Task<bool> RepriceAsync(int number, DateTimeOffset at, decimal amount, string currency, CancellationToken cancellationToken = default);

    [Create]
    Task<bool> AddAsync(TimeEntry entry);

    BatchWrite PutEntry(TimeEntry entry);

    [Delete]
    BatchWrite RemoveEntry(int number, DateTimeOffset at);
}
