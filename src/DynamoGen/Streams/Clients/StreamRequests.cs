using System.Buffers;
using System.Text.Json;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Clients;

/// <summary>Writes the requests of the four operations.</summary>
internal static class StreamRequests
{
    public static ReadOnlyMemory<byte> ListStreams(string? tableName, string? after) => Object(writer =>
    {
        Optional(writer, "TableName", tableName);
        Optional(writer, "ExclusiveStartStreamArn", after);
    });

    public static ReadOnlyMemory<byte> DescribeStream(string streamArn, string? after) => Object(writer =>
    {
        writer.WriteString("StreamArn", streamArn);
        Optional(writer, "ExclusiveStartShardId", after);
    });

    public static ReadOnlyMemory<byte> DescribeChildren(string streamArn, string shardId) => Object(writer =>
    {
        writer.WriteString("StreamArn", streamArn);
        writer.WriteStartObject("ShardFilter");
        writer.WriteString("Type", "CHILD_SHARDS");
        writer.WriteString("ShardId", shardId);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> GetShardIterator(string streamArn, string shardId, ShardStart start) => Object(writer =>
    {
        writer.WriteString("StreamArn", streamArn);
        writer.WriteString("ShardId", shardId);
        writer.WriteString("ShardIteratorType", start.Kind switch
        {
            ShardStartKind.Latest => "LATEST",
            ShardStartKind.AtSequenceNumber => "AT_SEQUENCE_NUMBER",
            ShardStartKind.AfterSequenceNumber => "AFTER_SEQUENCE_NUMBER",
            _ => "TRIM_HORIZON",
        });
        if (start.Kind is ShardStartKind.AtSequenceNumber or ShardStartKind.AfterSequenceNumber)
        {
            writer.WriteString("SequenceNumber", start.SequenceNumber.ToString());
        }
    });

    public static ReadOnlyMemory<byte> GetRecords(string iterator, int limit) => Object(writer =>
    {
        writer.WriteString("ShardIterator", iterator);
        writer.WriteNumber("Limit", limit);
    });

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
