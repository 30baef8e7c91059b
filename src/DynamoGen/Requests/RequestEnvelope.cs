using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>What every request to one table begins with.</summary>
internal static class RequestEnvelope
{
    /// <summary>Begins the request; its further members follow, each with a comma before it.</summary>
    /// <param name="tableName">The table's name.</param>
    /// <param name="mark">The mark of a write; 0 for none.</param>
    /// <param name="isCapacityByIndex">Whether the response tells the capacity of the table and of each index apart, which makes it longer.</param>
    public static WireWriter Begin(string tableName, long mark = 0, bool isCapacityByIndex = false)
    {
        var writer = mark == 0 ? new WireWriter() : new MarkedWireWriter(mark);
        writer.Raw("{\"TableName\":\""u8);
        writer.Text(tableName);
        writer.Raw("\",\"ReturnConsumedCapacity\":"u8);
        writer.Raw(CapacityDetail(isCapacityByIndex));
        return writer;
    }

    /// <summary>The value of <c>ReturnConsumedCapacity</c>.</summary>
    /// <param name="isByIndex">Whether the response tells the capacity of the table and of each index apart.</param>
    public static ReadOnlySpan<byte> CapacityDetail(bool isByIndex) => isByIndex ? "\"INDEXES\""u8 : "\"TOTAL\""u8;
}
