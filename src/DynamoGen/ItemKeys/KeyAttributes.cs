using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.ItemKeys;

/// <summary>The primary key of an item in the SDK's form.</summary>
internal static class KeyAttributes
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

        /// <summary>The key of an item as text that is the same for the same key.</summary>
        public string KeyTextOf(IReadOnlyDictionary<string, AttributeValue> item) => KeyText.Of(table.KeyOf(item));
    }
}
