using DynamoGen.Keys;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.ItemKeys;

/// <summary>Key attributes of any type, as they are stored.</summary>
internal static class StoredKeyValue
{
    extension(KeyAttributeType type)
    {
        /// <summary>The type's descriptor: S, N or B.</summary>
        public string Descriptor => type switch
        {
            KeyAttributeType.Number => "N",
            KeyAttributeType.Binary => "B",
            _ => "S",
        };
    }

    /// <summary>Reads a key attribute as text that is the same for the same value, however it was written.</summary>
    public static string ReadKey(this ref WireReader reader, KeyAttributeType type) => type switch
    {
        KeyAttributeType.Number => StoredNumber.Canonical(reader.ReadNumberAsText()),
        KeyAttributeType.Binary => Convert.ToBase64String(reader.ReadBinary()),
        _ => reader.ReadString(),
    };

    /// <summary>Reads a key attribute as bytes that sort as DynamoDB sorts its values.</summary>
    public static byte[] ReadSortable(this ref WireReader reader, KeyAttributeType type) => type switch
    {
        KeyAttributeType.Number => Sortable(reader.ReadNumber<decimal>()),
        KeyAttributeType.Binary => reader.ReadBinary(),
        _ => reader.ReadStringBytes().ToArray(),
    };

    /// <summary>Writes the value of a key attribute that <see cref="ReadKey"/> read.</summary>
    public static void Key(this WireWriter writer, KeyAttributeType type, string value)
    {
        writer.Raw(type switch
        {
            KeyAttributeType.Number => "{\"N\":\""u8,
            KeyAttributeType.Binary => "{\"B\":\""u8,
            _ => "{\"S\":\""u8,
        });
        writer.Text(value);
        writer.Raw("\"}"u8);
    }

    /// <summary>Writes a primary key as a JSON object.</summary>
    public static void Key(this WireWriter writer, TableSchema table, ItemKey key)
    {
        writer.Raw("{"u8);
        writer.MemberName(table.PartitionKey);
        writer.Key(table.PartitionKeyType, key.PartitionKey);
        if (table.SortKey is { } sortKey)
        {
            writer.MemberName(sortKey);
            writer.Key(table.SortKeyType, key.SortKey!);
        }

        writer.Raw("}"u8);
    }

    private static byte[] Sortable(decimal value)
    {
        var key = new KeyBuilder(stackalloc byte[KeyBuilder.MaxSortKeyBytes]);
        key.Decimal(value);
        return key.Written.ToArray();
    }
}
