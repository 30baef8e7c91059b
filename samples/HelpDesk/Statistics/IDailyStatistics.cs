using DynamoGen;
using DynamoGen.Transactions;

namespace HelpDesk.Statistics;

[Repository<DailyStatistics>]
public partial interface IDailyStatistics
{
    [Query, Descending]
    ValueTask<DailyStatistics?> LatestOf(string queue, CancellationToken cancellationToken = default);

    [Update("ADD Solved {by}")]
    ValueTask<DailyStatistics> UpsertSolved(string queue, DateOnly day, long by, CancellationToken cancellationToken = default);

    [Update("ADD Opened 1")]
    WriteAction UpsertOpenedAction(string queue, DateOnly day);
}
