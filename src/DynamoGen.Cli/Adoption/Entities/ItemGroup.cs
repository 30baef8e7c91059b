using Amazon.DynamoDBv2.Model;
using DynamoGen.Cli.Adoption.Tables;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>Items of one kind.</summary>
/// <param name="Mark">What their mark says; null without one.</param>
/// <param name="Partition">What their partition keys begin with, where no mark tells.</param>
/// <param name="Sort">What their sort keys begin with.</param>
/// <param name="Items">The items.</param>
internal sealed record ItemGroup(string? Mark, string Partition, string Sort, IReadOnlyList<Dictionary<string, AttributeValue>> Items)
{
    /// <summary>The groups of a sample, the largest first.</summary>
    public static IReadOnlyList<ItemGroup> Of(TableSample sample, string? mark, KeyBeginnings beginnings) =>
    [
        .. sample.Items
            .GroupBy(item => mark is not null && ItemMark.Of(item, mark) is { } name
                ? ((string?)name, string.Empty, string.Empty)
                : Unmarked(beginnings.Of(item)))
            .Select(group => Of(group.Key.Item1, beginnings.Of(group.First()), [.. group]))
            .OrderByDescending(group => group.Items.Count)
            .ThenBy(group => group.Mark, StringComparer.Ordinal)
            .ThenBy(group => group.Partition, StringComparer.Ordinal)
            .ThenBy(group => group.Sort, StringComparer.Ordinal),
    ];

    private static (string? Mark, string Partition, string Sort) Unmarked((string Partition, string Sort) beginning) =>
        (null, beginning.Partition, beginning.Sort);

    private static ItemGroup Of(string? mark, (string Partition, string Sort) beginning, IReadOnlyList<Dictionary<string, AttributeValue>> items) =>
        new(mark, beginning.Partition, beginning.Sort, items);
}
