using Amazon.DynamoDBv2.Model;
using DynamoGen.Cli.Adoption.Tables;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>Finds the attribute by which a program tells its items apart.</summary>
internal static class ItemMark
{
    /// <summary>Names that no program gives to anything else.</summary>
    private static readonly string[] Sure = ["__edb_e__", "_et", "_type", "_t", "__type", "__typename"];

    /// <summary>Names that may be data; they are marks where the keys begin with another text for each value.</summary>
    private static readonly string[] Likely =
        ["entity", "entityType", "EntityType", "entity_type", "Entity", "type", "Type", "itemType", "ItemType", "kind", "Kind"];

    /// <summary>The share of the items that carry it, at least.</summary>
    private const double Share = 0.5;

    /// <returns>The attribute, or null.</returns>
    public static string? Find(TableSample sample, KeyBeginnings beginnings)
    {
        var taken = sample.KeyAttributes;
        return Sure.Where(name => !taken.Contains(name)).FirstOrDefault(name => sample.Items.Count(item => Of(item, name) is not null) is > 0 and var count
                && count >= Share * sample.Items.Count)
            ?? Likely.Where(name => !taken.Contains(name)).FirstOrDefault(name => IsMark(sample.Items, name, beginnings));
    }

    /// <summary>What the mark of an item says, or null without one.</summary>
    public static string? Of(Dictionary<string, AttributeValue> item, string mark) =>
        item.TryGetValue(mark, out var value) && value.S is { Length: > 0 } name ? name : null;

    private static bool IsMark(IReadOnlyList<Dictionary<string, AttributeValue>> items, string name, KeyBeginnings beginnings)
    {
        if (items.Any(item => Of(item, name) is null))
        {
            return false;
        }

        var pairs = items.Select(item => (Name: Of(item, name), Beginning: beginnings.Of(item))).Distinct().ToList();
        return pairs.Count > 1
            && pairs.DistinctBy(pair => pair.Name).Count() == pairs.Count
            && pairs.DistinctBy(pair => pair.Beginning).Count() == pairs.Count;
    }
}
