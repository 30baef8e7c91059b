using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Cli.Adoption.Tables;

/// <summary>What DynamoDB says of a table, and some of its items.</summary>
/// <param name="Table">The table.</param>
/// <param name="Items">The sampled items.</param>
/// <param name="IsWhole">Whether they are all that the table has.</param>
/// <param name="ReadUnits">What reading them consumed.</param>
internal sealed record TableSample(
    TableShape Table,
    IReadOnlyList<Dictionary<string, AttributeValue>> Items,
    bool IsWhole,
    double ReadUnits)
{
    /// <summary>The table's own key.</summary>
    public KeyShape Key => Table.Key;

    /// <summary>The attributes of all keys.</summary>
    public IReadOnlySet<string> KeyAttributes { get; } =
        Table.Key.Columns.Concat(Table.Indexes.SelectMany(index => index.Key.Columns)).Select(column => column.Attribute).ToHashSet(StringComparer.Ordinal);
}
