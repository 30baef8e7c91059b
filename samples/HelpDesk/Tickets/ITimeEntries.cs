using DynamoGen;
using DynamoGen.Batches;

namespace HelpDesk.Tickets;

[Repository<TimeEntry>]
public partial interface ITimeEntries
{
    /// <summary>The long ones of a ticket, and what it cost to find them.</summary>
    [Filter("Minutes >= {least}")]
    ValueTask<Response<IReadOnlyList<TimeEntry>>> LongOnesOf(int number, int least, CancellationToken cancellationToken = default);

    [Create]
    Task<bool> AddAsync(TimeEntry entry);

    BatchWrite PutEntry(TimeEntry entry);

    [Delete]
    BatchWrite RemoveEntry(int number, DateTimeOffset at);
}
