using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>Takes the items of a Query's response, one after the other.</summary>
internal interface IPageReader
{
    /// <summary>How many items the page holds, where the response says so before they come.</summary>
    void Expect(int count);

    /// <summary>Reads the item at the reader's position.</summary>
    void ReadItem(ref WireReader reader);
}

/// <summary>What a Query's response says beside its items.</summary>
/// <param name="Items">How many items it held.</param>
/// <param name="Scanned">How many items were read for it, those among them that a filter left out; null where it does not say.</param>
/// <param name="Capacity">What it consumed.</param>
/// <param name="LastEvaluatedKey">The key to go on from, as JSON, or null when this was the last page.</param>
internal readonly record struct QueryPage(int Items, int? Scanned, ConsumedCapacity Capacity, byte[]? LastEvaluatedKey)
{
    public static QueryPage Read<TReader>(ReadOnlySpan<byte> response, ref TReader items)
        where TReader : IPageReader
    {
        var count = 0;
        var told = 0;
        var hasItems = false;
        int? scanned = null;
        var capacity = default(ConsumedCapacity);
        byte[]? lastEvaluatedKey = null;
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Items"u8))
            {
                hasItems = true;
                reader.BeginArray();
                while (reader.NextElement())
                {
                    items.ReadItem(ref reader);
                    count++;
                }
            }
            else if (name.SequenceEqual("Count"u8))
            {
                told = (int)reader.ReadJsonNumber();
                items.Expect(told);
            }
            else if (name.SequenceEqual("ScannedCount"u8))
            {
                scanned = (int)reader.ReadJsonNumber();
            }
            else if (name.SequenceEqual("LastEvaluatedKey"u8))
            {
                lastEvaluatedKey = reader.ReadRawJson().ToArray();
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = ConsumedCapacity.Read(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return new QueryPage(hasItems ? count : told, scanned, capacity, lastEvaluatedKey);
    }
}
