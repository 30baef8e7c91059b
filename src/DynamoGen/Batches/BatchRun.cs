using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;

namespace DynamoGen.Batches;

/// <summary>One call over as many requests as it takes.</summary>
internal sealed class BatchRun<T, TEntry>(AccessPatternCall call, AccessPattern pattern, Batch<T, TEntry> batch, bool consistentRead = false)
    where TEntry : struct, IBatchEntry<T>
{
    public AccessPatternCall Call => call;

    public AccessPattern Pattern => pattern;

    public Batch<T, TEntry> Batch => batch;

    public bool Reads => pattern.Operation == DynamoOperation.BatchGetItem;

    /// <summary>How many requests in a row were in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>How long to wait before the next request, or null when the last one left nothing unprocessed.</summary>
    public TimeSpan? Delay { get; set; }

    /// <summary>Writes the whole request.</summary>
    public void Write(WireWriter writer, string tableName, bool isCapacityByIndex)
    {
        writer.Raw("{\"ReturnConsumedCapacity\":"u8);
        writer.Raw(RequestEnvelope.CapacityDetail(isCapacityByIndex));
        writer.Raw(",\"RequestItems\":{\""u8);
        writer.Text(tableName);
        if (Reads)
        {
            writer.Raw(consistentRead ? "\":{\"ConsistentRead\":true,\"Keys\":["u8 : "\":{\"Keys\":["u8);
        }
        else
        {
            writer.Raw("\":["u8);
        }

        batch.Write(writer);
        writer.Raw(Reads ? "]}}}"u8 : "]}}"u8);
    }
}
