using DynamoGen.Serialization;

namespace DynamoGen.Streams.Lambda;

/// <summary>Reads the event that AWS Lambda hands a function of a stream over.</summary>
internal static class StreamEventReader
{
    /// <summary>Reads the records, and the window that they belong to, if there is one.</summary>
    /// <param name="source">The event.</param>
    /// <param name="records">Takes the records.</param>
    /// <param name="orders">What the function's events taught of the order of attributes.</param>
    /// <exception cref="ItemFormatException">It is no event of a change stream of DynamoDB.</exception>
    public static StreamWindow? Read(ReadOnlyMemory<byte> source, EventRecords records, LearnedOrders orders)
    {
        var reader = new WireReader(source.Span);
        var hasRecords = false;
        var frame = default(RecordFrame);
        StreamWindow? window = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Records"u8))
            {
                hasRecords = true;
                reader.BeginArray();
                while (reader.NextElement())
                {
                    records.Add(StreamRecordReader.Read(source, ref reader, ref frame, orders));
                }
            }
            else
            {
                window = StreamWindow.Read(name, source, ref reader, window);
            }
        }

        reader.EndOfResponse();
        return hasRecords ? window : throw new ItemFormatException(null, null, "an event of a change stream", "none with Records");
    }
}
