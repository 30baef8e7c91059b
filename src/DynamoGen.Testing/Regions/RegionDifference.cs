namespace DynamoGen.Testing;

/// <summary>An item that is not the same in all regions.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The item's key as JSON.</param>
/// <param name="Items">The whole item as JSON by region; null where a region has none.</param>
public sealed record RegionDifference(string Table, string Key, IReadOnlyDictionary<string, string?> Items)
{
    /// <summary>The table, the key and the regions that have the item, without its values.</summary>
    public override string ToString() =>
        $"{Table} {Key}: {string.Join(", ", Items.Select(static item => $"{item.Key} has {(item.Value is null ? "none" : $"{item.Value.Length} characters")}"))}";
}
