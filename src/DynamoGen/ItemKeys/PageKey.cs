using DynamoGen.Schema;

namespace DynamoGen.ItemKeys;

/// <summary>Reads the key that a page ends with.</summary>
internal static class PageKey
{
    /// <summary>Reads it as text that is the same for the same key, however its JSON is written.</summary>
    /// <exception cref="ItemFormatException">It is no key of the table: it lacks a key attribute, or one is of another type or empty.</exception>
    public static string Read(TableSchema table, ReadOnlySpan<byte> json)
    {
        var attributes = KeyText.ReadAttributes(json);
        Require(attributes, table.PartitionKey, table.PartitionKeyType);
        if (table.SortKey is { } sortKey)
        {
            Require(attributes, sortKey, table.SortKeyType);
        }

        return KeyText.Of(attributes);
    }

    private static void Require(SortedDictionary<string, string> attributes, string name, KeyAttributeType type)
    {
        if (!attributes.TryGetValue(name, out var value) || !value.StartsWith(type.Descriptor, StringComparison.Ordinal))
        {
            throw new ItemFormatException(null, null, "a LastEvaluatedKey of the table", $"none in which '{name}' is {type.Descriptor}");
        }
    }
}
