using System.Text;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Caching;

/// <summary>Finds in a request the keys of the items that it writes, as far as their tables are cached.</summary>
internal static class WrittenKeys
{
    /// <summary>The keys, each once; none for a request that only reads.</summary>
    public static HashSet<CacheKey> Of(TransportRequest request, ItemCache cache)
    {
        var keys = new HashSet<CacheKey>();
        try
        {
            var reader = new WireReader(request.Body.Span);
            switch (request.Operation)
            {
                case DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem:
                    OfAction(ref reader, request.TableName, cache, keys);
                    break;
                case DynamoOperation.BatchWriteItem:
                    OfBatch(ref reader, cache, keys);
                    break;
                case DynamoOperation.TransactWriteItems:
                    OfTransaction(ref reader, cache, keys);
                    break;
                default:
                    break;
            }
        }
        catch (ItemFormatException)
        {
            // DynamoDB refuses what has no key, and then nothing is written.
        }

        return keys;
    }

    private static void OfTransaction(ref WireReader reader, ItemCache cache, HashSet<CacheKey> keys)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (!name.SequenceEqual("TransactItems"u8))
            {
                reader.SkipJson();
                continue;
            }

            reader.BeginArray();
            while (reader.NextElement())
            {
                reader.BeginObject();
                while (reader.NextMember(out var kind))
                {
                    if (kind.SequenceEqual("ConditionCheck"u8))
                    {
                        reader.SkipJson();
                    }
                    else
                    {
                        OfAction(ref reader, null, cache, keys);
                    }
                }
            }
        }
    }

    private static void OfBatch(ref WireReader reader, ItemCache cache, HashSet<CacheKey> keys)
    {
        reader.BeginObject();
        while (reader.NextMember(out var member))
        {
            if (!member.SequenceEqual("RequestItems"u8))
            {
                reader.SkipJson();
                continue;
            }

            reader.BeginObject();
            while (reader.NextMember(out var table))
            {
                var tableName = Encoding.UTF8.GetString(table);
                reader.BeginArray();
                while (reader.NextElement())
                {
                    reader.BeginObject();
                    while (reader.NextMember(out _))
                    {
                        OfAction(ref reader, tableName, cache, keys);
                    }
                }
            }
        }
    }

    /// <summary>Reads the put, update or delete of one item, which names its table unless the table is known.</summary>
    private static void OfAction(ref WireReader reader, string? tableName, ItemCache cache, HashSet<CacheKey> keys)
    {
        var itemReader = default(WireReader);
        var hasItem = false;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("TableName"u8))
            {
                tableName = Encoding.UTF8.GetString(reader.ReadText());
            }
            else
            {
                if (name.SequenceEqual("Item"u8) || name.SequenceEqual("Key"u8))
                {
                    itemReader = reader;
                    hasItem = true;
                }

                reader.SkipJson();
            }
        }

        if (hasItem && tableName is not null && cache.KeysOf(tableName) is { } table)
        {
            keys.Add(cache.KeyOf(tableName, table.Read(ref itemReader)));
        }
    }
}
