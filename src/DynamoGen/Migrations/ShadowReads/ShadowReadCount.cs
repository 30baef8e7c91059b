namespace DynamoGen.Migrations.ShadowReads;

/// <summary>How the reads of one access pattern compared, of those that were made of the old and of the new items.</summary>
/// <param name="AccessPattern">The access pattern, such as <c>IOrders.Get</c>.</param>
/// <param name="Compared">How many were compared.</param>
/// <param name="Mismatched">How many of them differed, or failed on the new items alone.</param>
public sealed record ShadowReadCount(string AccessPattern, long Compared, long Mismatched)
{
    /// <summary>How many examples are kept: 10.</summary>
    public const int MostExamples = 10;

    /// <summary>The hashes of the keys of some new items that differed, in 32 hexadecimal digits, as <see cref="Verification.MigrationDifference"/> has them.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The counts of several processes together, by their access pattern.</summary>
    internal static IReadOnlyList<ShadowReadCount> Sum(IEnumerable<ShadowReadCount> counts) =>
    [
        .. counts.GroupBy(count => count.AccessPattern, StringComparer.Ordinal)
            .Select(group => new ShadowReadCount(group.Key, group.Sum(count => count.Compared), group.Sum(count => count.Mismatched))
            {
                Examples = [.. group.SelectMany(count => count.Examples).Distinct().Take(MostExamples)],
            })
            .OrderBy(count => count.AccessPattern, StringComparer.Ordinal),
    ];
}
