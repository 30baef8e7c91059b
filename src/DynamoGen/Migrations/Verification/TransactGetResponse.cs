using DynamoGen.Responses;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Verification;

/// <summary>Reads the response of TransactGetItems as it is written.</summary>
internal static class TransactGetResponse
{
    /// <returns>For each item that was asked for its JSON, or null where there is none; and the capacity units of all tables.</returns>
    public static (List<byte[]?> Items, ConsumedCapacity Capacity) Read(ReadOnlySpan<byte> response)
    {
        var items = new List<byte[]?>();
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
                    items.Add(ReadItem(ref reader));
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
        return (items, capacity);
    }

    private static byte[]? ReadItem(ref WireReader reader)
    {
        byte[]? item = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Item"u8))
            {
                item = reader.ReadRawJson().ToArray();
            }
            else
            {
                reader.SkipJson();
            }
        }

        return item;
    }
}
