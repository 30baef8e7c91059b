using DynamoGen.Responses;
using DynamoGen.Serialization;

namespace DynamoGen.Transactions;

/// <summary>Reads the responses of TransactWriteItems and TransactGetItems.</summary>
internal static class TransactionResponse
{
    public static ConsumedCapacity ReadCapacity(ReadOnlySpan<byte> response) => Read(response, []).Capacity;

    /// <summary>Reads one item or none for each slot, and the capacity units of all tables.</summary>
    public static (object?[] Items, ConsumedCapacity Capacity) Read(ReadOnlySpan<byte> response, IReadOnlyList<ReadAction> slots)
    {
        var items = new object?[slots.Count];
        var slot = 0;
        var capacity = default(ConsumedCapacity);
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Responses"u8))
            {
                reader.BeginArray();
                while (reader.NextElement())
                {
                    var action = slot < slots.Count ? slots[slot] : throw WrongCount(slots.Count, "more");
                    items[slot++] = ReadSlot(ref reader, action);
                }
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
        return slot == slots.Count ? (items, capacity) : throw WrongCount(slots.Count, "fewer");
    }

    private static object? ReadSlot(ref WireReader reader, ReadAction action)
    {
        object? item = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Item"u8))
            {
                item = action.ReadItem(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        return item;
    }

    private static ItemFormatException WrongCount(int expected, string found) => new(null, null, $"one response for each of {expected} reads", found);
}
