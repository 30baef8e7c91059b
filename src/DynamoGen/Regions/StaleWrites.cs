using Amazon.DynamoDBv2.Model;
using DynamoGen.Regions.Writers;
using DynamoGen.Schema;

namespace DynamoGen.Regions;

/// <summary>
/// Tells of a write that an item of a newer epoch has refused as of one that was sent to a wrong region, and remembers the region that has taken over, so
/// that the next write goes there.
/// </summary>
/// <param name="routes">Remembers it.</param>
/// <param name="options">Gives the tables their names.</param>
/// <param name="local">Gives the region that the write was sent to, where it is known.</param>
internal sealed class StaleWrites(RegionRoutes routes, DynamoGenOptions options, Func<string?> local)
{
    /// <summary>The refusal; null where the item's epoch is of none of the table's replicas.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item that refused the write.</param>
    /// <param name="failure">The failure of the write's condition.</param>
    public WrongRegionException? RefusalOf(TableSchema table, IReadOnlyDictionary<string, AttributeValue> item, Exception failure)
    {
        if (WriterItem.EpochOf(item) is not { } epoch || table.Replicas.FirstOrDefault(replica => epoch.IsOf(replica.Region)) is not { Region: var region })
        {
            return null;
        }

        routes.Learn(options.TableName(table), new TableWriter(region, epoch));
        return WrongRegionException.Superseded(table.Name, local(), region, failure);
    }
}
