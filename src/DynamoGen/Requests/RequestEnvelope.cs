using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>What every request to one table begins with.</summary>
internal static class RequestEnvelope
{
    /// <summary>Begins the request; its further members follow, each with a comma before it.</summary>
    public static WireWriter Begin(string tableName)
    {
        var writer = new WireWriter();
        writer.Raw("{\"TableName\":\""u8);
        writer.Text(tableName);
        writer.Raw("\",\"ReturnConsumedCapacity\":\"TOTAL\""u8);
        return writer;
    }
}
