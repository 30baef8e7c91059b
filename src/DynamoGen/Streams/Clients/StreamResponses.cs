using System.Text;
using DynamoGen.Serialization;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Clients;

/// <summary>Reads the responses of the four operations. A member that is null is one that is not there.</summary>
internal static class StreamResponses
{
    /// <summary>Reads one page of streams.</summary>
    /// <returns>The stream behind which the next page begins; null where there is none.</returns>
    public static string? ReadStreams(ReadOnlySpan<byte> json, List<TableStream> streams)
    {
        var reader = new WireReader(json);
        string? last = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Streams"u8))
            {
                reader.BeginArray();
                while (reader.NextElement())
                {
                    streams.Add(ReadStream(ref reader));
                }
            }
            else if (name.SequenceEqual("LastEvaluatedStreamArn"u8))
            {
                last = Text(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return last;
    }

    public static string ReadIterator(ReadOnlySpan<byte> json)
    {
        var reader = new WireReader(json);
        string? iterator = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ShardIterator"u8))
            {
                iterator = Text(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return iterator ?? throw Missing("ShardIterator");
    }

    /// <summary>Reads a page of records, which are parts of the response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="region">The region that answered; null where it is not known.</param>
    public static RecordPage ReadRecords(ReadOnlyMemory<byte> response, string? region = null)
    {
        var json = EmptyMaps.Restore(response);
        var reader = new WireReader(json.Span);
        var records = new List<StreamRecord>();
        var orders = new LearnedOrders();
        var frame = default(RecordFrame);
        string? next = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Records"u8))
            {
                reader.BeginArray();
                while (reader.NextElement())
                {
                    records.Add(StreamRecordReader.Read(json, ref reader, ref frame, orders) with { ReadIn = region });
                }
            }
            else if (name.SequenceEqual("NextShardIterator"u8))
            {
                next = Text(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return new RecordPage(records, next);
    }

    public static string? Text(ref WireReader reader) => reader.TryReadJsonNull() ? null : Encoding.UTF8.GetString(reader.ReadText());

    public static ItemFormatException Missing(string member) => new(null, null, "a response of DynamoDB Streams", $"one without {member}");

    private static TableStream ReadStream(ref WireReader reader)
    {
        string? arn = null, table = null, label = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("StreamArn"u8))
            {
                arn = Text(ref reader);
            }
            else if (name.SequenceEqual("TableName"u8))
            {
                table = Text(ref reader);
            }
            else if (name.SequenceEqual("StreamLabel"u8))
            {
                label = Text(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        return new TableStream(arn ?? throw Missing("StreamArn"), table ?? string.Empty, label ?? string.Empty);
    }
}
