using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.Migrations.Backfill;

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
    }
}
