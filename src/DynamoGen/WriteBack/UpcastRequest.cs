using Amazon.DynamoDBv2.Model;
using DynamoGen.Calls;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.WriteBack;

/// <summary>
/// The update that writes an older item in the current version, if all that the entity's versions store in it is still what was read: also what an older
/// deployment, which leaves the version as it is, has changed or added. It is the update by which a write brings an older item up to date.
/// </summary>
internal readonly struct UpcastRequest : IWriteRequest
{
    /// <summary>DynamoDB allows 300 operators and functions in an expression, AND included, and 4 KB of text.</summary>
    private const int MaxConditions = 150;

    private const int MaxAbsent = 75;

    private readonly TableSchema _table;
    private readonly string[] _attributes;
    private readonly IReadOnlyDictionary<string, AttributeValue> _item;
    private readonly Dictionary<string, AttributeValue> _current;

    private UpcastRequest(
        TableSchema table, string[] attributes, IReadOnlyDictionary<string, AttributeValue> item, Dictionary<string, AttributeValue> current) =>
        (_table, _attributes, _item, _current) = (table, attributes, item, current);

    /// <summary>The update of an item; null where it cannot be written back without losing something.</summary>
    /// <param name="schema">The entity.</param>
    /// <param name="item">The item as it is stored, with the entity's name.</param>
    /// <exception cref="ItemFormatException">The item cannot be read.</exception>
    /// <exception cref="ItemValueException">What an upcaster yields cannot be stored.</exception>
    /// <exception cref="KeyException">What an upcaster yields cannot be part of a key.</exception>
    public static UpcastRequest? Of(UpcastSchema schema, IReadOnlyDictionary<string, AttributeValue> item)
    {
        var current = schema.Upcast(item);

        // The name is compared too, so that an item that was deleted meanwhile is not made anew.
        var attributes = ItemUpgrades.Attributes([.. schema.Attributes, schema.Table.TypeAttribute], item, current);
        var fits = attributes.Length <= MaxConditions && attributes.Count(attribute => !item.ContainsKey(attribute)) <= MaxAbsent;

        // A key in another form would be another item's, and a unique value in another form would need another marker.
        string?[] kept = [schema.Table.PartitionKey, schema.Table.SortKey, .. schema.UniqueAttributes];
        return fits && kept.OfType<string>().All(IsSame) ? new UpcastRequest(schema.Table, attributes, item, current) : null;

        bool IsSame(string attribute) => item.TryGetValue(attribute, out var stored)
            ? current.TryGetValue(attribute, out var value) && StoredValues.AreEqual(stored, value)
            : !current.ContainsKey(attribute);
    }

    public void WriteKey(WireWriter writer)
    {
        writer.Raw("{"u8);
        WriteKeyAttribute(writer, _table.PartitionKey);
        if (_table.SortKey is { } sortKey)
        {
            writer.Raw(","u8);
            WriteKeyAttribute(writer, sortKey);
        }

        writer.Raw("}"u8);
    }

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        ItemUpgrades.WriteExpressions(writer, _attributes, _item, _current);
    }

    private void WriteKeyAttribute(WireWriter writer, string attribute)
    {
        writer.Raw("\""u8);
        writer.Text(attribute);
        writer.Raw("\":"u8);
        writer.AttributeValue(_item[attribute]);
    }
}
