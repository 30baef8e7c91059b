using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.ItemKeys;

/// <summary>Tells which version of an entity a stored item has, by its marks.</summary>
internal static class StoredItemVersion
{
    /// <summary>The version of an item under the entity's key: 1 where it carries none; null for no item, and for one of another entity.</summary>
    public static int? Of(TableSchema table, IReadOnlyDictionary<string, AttributeValue>? item, string? entity) =>
        item is null || (item.TryGetValue(table.TypeAttribute, out var name) && name.S != entity) ? null
        : !item.TryGetValue(table.VersionAttribute, out var version) ? 1
        : int.TryParse(version.N, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
