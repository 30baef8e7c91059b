using DynamoGen.Responses;
using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>What the response of a BatchWriteItem or BatchGetItem says beside its items.</summary>
/// <param name="Items">How many items it held.</param>
/// <param name="Unprocessed">The keys of the entries that are to be sent again.</param>
/// <param name="Capacity">What it consumed.</param>
internal readonly record struct BatchResponse(int Items, HashSet<BatchKey> Unprocessed, ConsumedCapacity Capacity)
{
    public static BatchResponse Read<TReader>(ReadOnlySpan<byte> response, Batch batch, TReader items)
        where TReader : struct, IPageReader
    {
        var unprocessed = new HashSet<BatchKey>();
        var count = 0;
        var capacity = default(ConsumedCapacity);
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Responses"u8))
            {
                count += ReadItems(ref reader, batch, items);
            }
            else if (name.SequenceEqual("UnprocessedItems"u8))
            {
                ReadUnprocessedItems(ref reader, batch, unprocessed);
            }
            else if (name.SequenceEqual("UnprocessedKeys"u8))
            {
                ReadUnprocessedKeys(ref reader, batch, unprocessed);
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = ConsumedCapacity.ReadAll(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return new BatchResponse(count, unprocessed, capacity);
    }

    /// <summary>Reads <c>{"table":[item,...]}</c>.</summary>
    private static int ReadItems<TReader>(ref WireReader reader, Batch batch, TReader items)
        where TReader : struct, IPageReader
    {
        var count = 0;
        reader.BeginObject();
        while (reader.NextMember(out var tableName))
        {
            batch.ItemsOf(batch.Table(tableName));
            reader.BeginArray();
            while (reader.NextElement())
            {
                items.ReadItem(ref reader);
                count++;
            }
        }

        return count;
    }

    /// <summary>Reads <c>{"table":[{"PutRequest":{"Item":item}},{"DeleteRequest":{"Key":key}},...]}</c>.</summary>
    private static void ReadUnprocessedItems(ref WireReader reader, Batch batch, HashSet<BatchKey> unprocessed)
    {
        reader.BeginObject();
        while (reader.NextMember(out var tableName))
        {
            var table = batch.Table(tableName);
            reader.BeginArray();
            while (reader.NextElement())
            {
                reader.BeginObject();
                while (reader.NextMember(out _))
                {
                    reader.BeginObject();
                    while (reader.NextMember(out _))
                    {
                        unprocessed.Add(new BatchKey(table, table.Keys.Read(ref reader)));
                    }
                }
            }
        }
    }

    /// <summary>Reads <c>{"table":{"Keys":[key,...],"ConsistentRead":true}}</c>.</summary>
    private static void ReadUnprocessedKeys(ref WireReader reader, Batch batch, HashSet<BatchKey> unprocessed)
    {
        reader.BeginObject();
        while (reader.NextMember(out var tableName))
        {
            var table = batch.Table(tableName);
            reader.BeginObject();
            while (reader.NextMember(out var name))
            {
                if (!name.SequenceEqual("Keys"u8))
                {
                    reader.SkipJson();
                    continue;
                }

                reader.BeginArray();
                while (reader.NextElement())
                {
                    unprocessed.Add(new BatchKey(table, table.Keys.Read(ref reader)));
                }
            }
        }
    }
}
