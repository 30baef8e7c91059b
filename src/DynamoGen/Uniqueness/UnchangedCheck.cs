using System.Globalization;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Uniqueness;

/// <summary>Demands that the attributes of an item are still what was read of it, or that there is still no item.</summary>
/// <param name="pattern">The access pattern.</param>
/// <param name="tableName">The table's name.</param>
/// <param name="key">The item's primary key, as JSON.</param>
/// <param name="item">The item as it was read, or null where there was none.</param>
/// <param name="attributes">The attributes.</param>
internal sealed class UnchangedCheck(AccessPattern pattern, string tableName, byte[] key, byte[]? item, IReadOnlyList<string> attributes)
    : WriteAction(pattern, tableName)
{
    internal override void WriteKey(WireWriter writer) => writer.Raw(key);

    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"ConditionCheck\":{"u8);
        writer.Raw(",\"Key\":"u8);
        writer.Raw(key);
        if (item is null)
        {
            writer.Raw(",\"ConditionExpression\":\"attribute_not_exists(#pk)\",\"ExpressionAttributeNames\":{\"#pk\":\""u8);
            writer.Text(Pattern.Table.PartitionKey);
            writer.Raw("\"}}}"u8);
            return;
        }

        var values = attributes.Select(attribute => Value(item, attribute)).ToArray();
        writer.Raw(",\"ConditionExpression\":\""u8);
        writer.Text(string.Join(" AND ", values.Select((value, i) => Condition(i.ToString(CultureInfo.InvariantCulture), value is null))));
        writer.Raw("\",\"ExpressionAttributeNames\":{"u8);
        for (var i = 0; i < attributes.Count; i++)
        {
            writer.Raw(i == 0 ? "\"#"u8 : ",\"#"u8);
            writer.Number(i);
            writer.Raw("\":\""u8);
            writer.Text(attributes[i]);
            writer.Raw("\""u8);
        }

        writer.Raw("}"u8);
        WriteValues(writer, values);
        writer.Raw("}}"u8);
    }

    private static string Condition(string number, bool isAbsent) => isAbsent ? $"attribute_not_exists(#{number})" : $"#{number} = :{number}";

    private static void WriteValues(WireWriter writer, byte[]?[] values)
    {
        var beginning = ",\"ExpressionAttributeValues\":{\":"u8;
        var any = false;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                writer.Raw(any ? ",\":"u8 : beginning);
                writer.Number(i);
                writer.Raw("\":"u8);
                writer.Raw(value);
                any = true;
            }
        }

        writer.Raw(any ? "}"u8 : default);
    }

    /// <summary>The attribute's value as JSON, or null where the item does not have it.</summary>
    private static byte[]? Value(byte[] item, string attribute)
    {
        var reader = new WireReader(item);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (reader.NameText(name) == attribute)
            {
                return reader.ReadRawJson().ToArray();
            }

            reader.SkipJson();
        }

        return null;
    }
}
