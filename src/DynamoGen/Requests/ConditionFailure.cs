using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>Asks for the stored item in the error of a write whose condition does not hold; it costs no capacity.</summary>
internal static class ConditionFailure
{
    /// <summary>Writes the member that asks, if the write has a condition.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="start">Where the write's own members begin.</param>
    public static void ReturnItem(WireWriter writer, int start)
    {
        // Data cannot look like this: in a text the quotes are escaped, and an attribute of this name is an object.
        if (writer.Written.Span[start..].IndexOf(",\"ConditionExpression\":\""u8) >= 0)
        {
            writer.Raw(",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\""u8);
        }
    }
}
