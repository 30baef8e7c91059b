using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Estimates;

/// <summary>What it takes to write an item where none of its key was.</summary>
/// <param name="Table">Write units of the table: one for each begun KB.</param>
/// <param name="Indexes">Write units of the indexes: one for each begun KB of each copy.</param>
internal readonly record struct ItemWriteUnits(long Table, long Indexes)
{
    private const int UnitBytes = 1_024;

    /// <summary>What a write of the item alone takes.</summary>
    public long Alone => Table + Indexes;

    /// <summary>What it takes in a transaction, which takes the table's units twice and those of the indexes once.</summary>
    public long InTransaction => (2 * Table) + Indexes;

    public static ItemWriteUnits Of(TableSchema table, Dictionary<string, AttributeValue> item) =>
        new(UnitsOf(item), CopiesOf(table, item).Sum(UnitsOf));

    private static IEnumerable<Dictionary<string, AttributeValue>> CopiesOf(TableSchema table, Dictionary<string, AttributeValue> item)
    {
        string[] tableKey = table.SortKey is { } sortKey ? [table.PartitionKey, sortKey] : [table.PartitionKey];
        var indexes = table.LocalIndexes.Select(index => (Key: KeyOf(index), index.Projection, index.NonKeyAttributes))
            .Concat(table.GlobalIndexes.Select(index => (Key: KeyOf(index), index.Projection, index.NonKeyAttributes)));
        foreach (var (key, projection, included) in indexes.Where(index => index.Key.All(item.ContainsKey)))
        {
            yield return projection switch
            {
                IndexProjection.All => item,
                IndexProjection.KeysOnly => Part(item, [.. tableKey, .. key]),
                _ => Part(item, [.. tableKey, .. key, .. included]),
            };
        }
    }

    private static string[] KeyOf(LocalIndexSchema index) => [index.SortKey];

    private static string[] KeyOf(GlobalIndexSchema index) =>
    [
        index.PartitionKey,
        .. index.FurtherPartitionKeys.Select(key => key.Name),
        .. index.SortKey is { } sortKey ? (string[])[sortKey] : [],
        .. index.FurtherSortKeys.Select(key => key.Name),
    ];

    private static Dictionary<string, AttributeValue> Part(Dictionary<string, AttributeValue> item, HashSet<string> names) =>
        item.Where(attribute => names.Contains(attribute.Key)).ToDictionary();

    private static long UnitsOf(Dictionary<string, AttributeValue> item) => (BytesOf(item) + UnitBytes - 1) / UnitBytes;

    public static int BytesOf(Dictionary<string, AttributeValue> item)
    {
        using var writer = new WireWriter();
        writer.Attributes(item, nameof(item));
        return ItemSize.Of(writer.Written.Span);
    }
}
