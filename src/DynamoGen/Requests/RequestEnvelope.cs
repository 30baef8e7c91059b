using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>What every request to one table begins with.</summary>
internal static class RequestEnvelope
{
    /// <summary>Begins the request; its further members follow, each with a comma before it.</summary>
    /// <param name="tableName">The table's name.</param>
    /// <param name="mark">The mark of a write; 0 for none.</param>
    public static WireWriter Begin(string tableName, long mark = 0)
    {
        var writer = mark == 0 ? new WireWriter() : new MarkedWireWriter(mark);
        writer.Raw("{\"TableName\":\""u8);
        writer.Text(tableName);
        writer.Raw("\",\"ReturnConsumedCapacity\":\"TOTAL\""u8);
        return writer;
    }
}
