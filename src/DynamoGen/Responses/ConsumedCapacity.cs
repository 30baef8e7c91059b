using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>What a response says of the capacity that its request consumed: the sum, and where the response tells it by table and index.</summary>
/// <param name="Units">The capacity units of all tables with their indexes.</param>
/// <param name="Start">Where the member's value begins in the response.</param>
/// <param name="Length">How many bytes it has; 0 where the response does not say.</param>
internal readonly record struct ConsumedCapacity(double Units, int Start = 0, int Length = 0)
{
    /// <summary>Reads the capacity of a request to one table.</summary>
    public static ConsumedCapacity Read(ref WireReader reader)
    {
        var start = reader.Position;
        var units = ReadUnits(ref reader);
        return new ConsumedCapacity(units, start, reader.Position - start);
    }

    /// <summary>Reads the capacity of a request to several tables.</summary>
    public static ConsumedCapacity ReadAll(ref WireReader reader)
    {
        var start = reader.Position;
        double units = 0;
        reader.BeginArray();
        while (reader.NextElement())
        {
            units += ReadUnits(ref reader);
        }

        return new ConsumedCapacity(units, start, reader.Position - start);
    }

    /// <summary>What the response says, as JSON; empty where it says nothing.</summary>
    /// <param name="response">The response that it was read from.</param>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> response) => response.Slice(Start, Length);

    private static double ReadUnits(ref WireReader reader)
    {
        double units = 0;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("CapacityUnits"u8))
            {
                units = reader.ReadJsonNumber();
            }
            else
            {
                reader.SkipJson();
            }
        }

        return units;
    }
}
