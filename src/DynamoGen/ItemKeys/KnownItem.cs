using System.Diagnostics.CodeAnalysis;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.ItemKeys;

/// <summary>Tells whether an item is of an entity: by the name that it carries, or, where it need not carry one, by its key.</summary>
internal static class KnownItem
{
    /// <summary>Whether an item is of an entity.</summary>
    /// <param name="table">The table.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="beginning">What its keys begin with; null where each item carries its name.</param>
    /// <param name="item">The item.</param>
    public static bool IsOf(
        TableSchema table, string entity, KeyBeginning? beginning, [NotNullWhen(true)] IReadOnlyDictionary<string, AttributeValue>? item) =>
        item is { Count: > 0 }
        && (item.TryGetValue(table.TypeAttribute, out var name) && table.Marks != ItemMarks.None
            ? name.S == entity
            : beginning is not null
                && Begins(item, table.PartitionKey, beginning.PartitionKey)
                && (table.SortKey is null || Begins(item, table.SortKey, beginning.SortKey)));

    /// <summary>As <see cref="IsOf(TableSchema, string, KeyBeginning?, IReadOnlyDictionary{string, AttributeValue}?)"/>, of an item in JSON.</summary>
    public static bool IsOf(TableSchema table, string entity, KeyBeginning? beginning, ReadOnlySpan<byte> item)
    {
        var reader = new WireReader(item);
        var probe = reader;
        return table.Marks != ItemMarks.None && probe.FindEntityIfText(table.TypeAttribute) is { IsEmpty: false } name
            ? name.SequenceEqual(Encoding.UTF8.GetBytes(entity))
            : beginning is not null && Begins(table, beginning, reader);
    }

    /// <summary>Whether the keys of an item begin as those of an entity do.</summary>
    /// <param name="table">The table.</param>
    /// <param name="beginning">What the entity's keys begin with.</param>
    /// <param name="reader">A reader that stands before the item.</param>
    public static bool Begins(TableSchema table, KeyBeginning beginning, WireReader reader) =>
        Begins(reader, table.PartitionKey, beginning.PartitionKey) && (table.SortKey is null || Begins(reader, table.SortKey, beginning.SortKey));

    private static bool Begins(IReadOnlyDictionary<string, AttributeValue> item, string attribute, string text) =>
        text.Length == 0 || (item.TryGetValue(attribute, out var key) && key.S?.StartsWith(text, StringComparison.Ordinal) == true);

    private static bool Begins(WireReader reader, string attribute, string text) =>
        text.Length == 0 || reader.Begins(Encoding.UTF8.GetBytes(attribute), Encoding.UTF8.GetBytes(text));
}
