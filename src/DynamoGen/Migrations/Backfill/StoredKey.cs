using Amazon.DynamoDBv2.Model;
using DynamoGen.Batches;
using DynamoGen.ItemKeys;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Backfill;

/// <summary>The primary key of an item that is deleted by it.</summary>
internal readonly record struct StoredKey(TableSchema Table, ItemKey Key)
{
    /// <summary>Writes a key as a JSON object.</summary>
    public static void Write(WireWriter writer, TableSchema table, ItemKey key)
    {
        writer.Raw("{\""u8);
        writer.Text(table.PartitionKey);
        writer.Raw("\":"u8);
        writer.Key(table.PartitionKeyType, key.PartitionKey);
        if (table.SortKey is { } sortKey)
        {
            writer.Raw(",\""u8);
            writer.Text(sortKey);
            writer.Raw("\":"u8);
            writer.Key(table.SortKeyType, key.SortKey!);
        }

        writer.Raw("}"u8);
    }
}

/// <summary>The primary key of an item in the SDK's form.</summary>
internal static class StoredKeyAttributes
{
    extension(TableSchema table)
    {
        /// <summary>The key attributes of an item.</summary>
        public Dictionary<string, AttributeValue> KeyOf(IReadOnlyDictionary<string, AttributeValue> item)
        {
            var key = new Dictionary<string, AttributeValue> { [table.PartitionKey] = item[table.PartitionKey] };
            if (table.SortKey is { } sortKey)
            {
                key[sortKey] = item[sortKey];
            }

            return key;
        }
    }
}

/// <summary>A deletion by a key that was read.</summary>
internal readonly struct StoredKeyDeletion : IBatchEntry<StoredKey>
{
    public static int Most => 25;

    public static bool Collapses => false;

    public static ReadOnlySpan<byte> Beginning => "{\"DeleteRequest\":{\"Key\":"u8;

    public static ReadOnlySpan<byte> End => "}}"u8;

    public static void Write(WireWriter writer, StoredKey value) => StoredKey.Write(writer, value.Table, value.Key);
}

/// <summary>Reads the keys of a page.</summary>
internal readonly struct KeyPageReader(ItemKeyReader keys, List<ItemKey> found) : IPageReader
{
    public List<ItemKey> Keys => found;

    public void Expect(int count)
    {
        // The list grows as it must.
    }

    public void ReadItem(ref WireReader reader) => found.Add(keys.Read(ref reader));
}
