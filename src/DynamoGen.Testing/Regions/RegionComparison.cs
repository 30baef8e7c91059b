namespace DynamoGen.Testing;

/// <summary>Compares what regions have.</summary>
internal static class RegionComparison
{
    /// <summary>The items that differ, by table and key.</summary>
    public static async Task<IReadOnlyList<RegionDifference>> FindAsync(IReadOnlyList<SimulatedRegion> regions, IEnumerable<ReplicaTable> tables)
    {
        var differences = new List<RegionDifference>();
        foreach (var table in tables)
        {
            var copies = new List<Dictionary<string, string>>();
            foreach (var region in regions)
            {
                copies.Add(await ReadAsync(region, table).ConfigureAwait(false));
            }

            differences.AddRange(copies.SelectMany(static copy => copy.Keys).Distinct().Order(StringComparer.Ordinal)
                .Where(key => copies.Select(copy => copy.GetValueOrDefault(key)).Distinct().Skip(1).Any())
                .Select(key => new RegionDifference(
                    table.Name, key, regions.Zip(copies).ToDictionary(static pair => pair.First.Name, pair => pair.Second.GetValueOrDefault(key)))));
        }

        return differences;
    }

    private static async Task<Dictionary<string, string>> ReadAsync(SimulatedRegion region, ReplicaTable table)
    {
        var items = new Dictionary<string, string>();
        await foreach (var item in region.Database.ScanAsync(table.Name).ConfigureAwait(false))
        {
            items.Add(table.ItemOf(item)!.Value.Key, CanonicalItem.Of(item));
        }

        return items;
    }
}
