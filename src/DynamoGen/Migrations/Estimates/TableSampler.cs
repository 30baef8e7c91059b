using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.Migrations.Estimates;

/// <summary>Reads pages of a table, each the beginning of a segment that is chosen at random.</summary>
/// <param name="client">The client.</param>
/// <param name="tableName">The table's name in this environment.</param>
/// <param name="table">The table.</param>
internal sealed class TableSampler(IAmazonDynamoDB client, string tableName, TableSchema table)
{
    private const int MostSegments = 1_000_000;

    /// <summary>Where a table has few partition keys, most segments are empty: the next ones are chosen among fewer.</summary>
    private const int Coarsening = 4;

    private const int MostRequestsOfPage = 4;

    public async ValueTask<TableSample> ReadAsync(int pages, int pageItems, CancellationToken cancellationToken)
    {
        var described = await client.DescribeTableAsync(tableName, cancellationToken).ConfigureAwait(false);
        var (items, bytes) = (described.Table.ItemCount ?? 0, described.Table.TableSizeBytes ?? 0);
        var segments = (int)Math.Clamp(items / pageItems, pages, MostSegments);
        var (found, chosen, met) = (new List<IReadOnlyList<Dictionary<string, AttributeValue>>>(), new HashSet<int>(), new HashSet<string>());
        var isWhole = true;
        for (var request = 0; found.Count < pages && chosen.Count < segments && request < pages * MostRequestsOfPage; request++)
        {
            var page = await ScanAsync(Choose(segments, chosen), segments, pageItems, cancellationToken).ConfigureAwait(false);
            isWhole &= page.LastEvaluatedKey is not { Count: > 0 };
            if (page.Items is { Count: > 0 } || segments == pages)
            {
                // A segment among fewer may begin where another one began.
                found.Add([.. (page.Items ?? []).Where(item => met.Add(ItemText.KeyOf(table, item)))]);
            }
            else
            {
                segments = Math.Max(pages, segments / Coarsening);
                chosen.Clear();
            }
        }

        return new TableSample(found, isWhole && chosen.Count == segments, items, bytes);
    }

    private static int Choose(int segments, HashSet<int> chosen)
    {
        int segment;
        do
        {
            segment = Random.Shared.Next(segments);
        }
        while (!chosen.Add(segment));

        return segment;
    }

    private Task<ScanResponse> ScanAsync(int segment, int segments, int pageItems, CancellationToken cancellationToken) => client.ScanAsync(
        new ScanRequest { TableName = tableName, Segment = segment, TotalSegments = segments, Limit = pageItems },
        cancellationToken);
}
