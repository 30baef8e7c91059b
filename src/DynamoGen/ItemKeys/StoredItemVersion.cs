using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.ItemKeys;

/// <summary>Tells which version of an entity a stored item has, by its marks.</summary>
internal static class StoredItemVersion
{
    /// <summary>The version, or null for an item of another entity or without a version.</summary>
    public static int? Of(TableSchema table, IReadOnlyDictionary<string, AttributeValue>? item, string? entity) =>
        item is not null
        && item.TryGetValue(table.TypeAttribute, out var name)
        && name.S == entity
        && item.TryGetValue(table.VersionAttribute, out var version)
        && int.TryParse(version.N, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
