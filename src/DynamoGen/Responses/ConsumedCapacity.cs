using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>Reads the <c>ConsumedCapacity</c> of a response.</summary>
internal static class ConsumedCapacity
{
    /// <summary>The capacity units that the request consumed in all, of the table and its indexes.</summary>
    public static double Read(ref WireReader reader)
    {
        double capacityUnits = 0;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("CapacityUnits"u8))
            {
                capacityUnits = reader.ReadJsonNumber();
            }
            else
            {
                reader.SkipJson();
            }
        }

        return capacityUnits;
    }

    /// <summary>The capacity units that a request to several tables consumed in all.</summary>
    public static double ReadAll(ref WireReader reader)
    {
        double capacityUnits = 0;
        reader.BeginArray();
        while (reader.NextElement())
        {
            capacityUnits += Read(ref reader);
        }

        return capacityUnits;
    }
}
