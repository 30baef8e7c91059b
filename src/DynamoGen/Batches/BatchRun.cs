using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;

namespace DynamoGen.Batches;

/// <summary>One call over as many requests as it takes.</summary>
/// <param name="call">The record of the call.</param>
/// <param name="pattern">The access pattern.</param>
/// <param name="batch">What is sent.</param>
/// <param name="progress">Is told how far the call came; may be null.</param>
/// <param name="consistentRead">Whether the reads are strongly consistent.</param>
internal abstract class BatchRun(
    AccessPatternCall call, AccessPattern pattern, Batch batch, IProgress<BatchProgress>? progress = null, bool consistentRead = false)
{
    public AccessPatternCall Call => call;

    public AccessPattern Pattern => pattern;

    public Batch Batch => batch;

    public bool Reads => pattern.Operation == DynamoOperation.BatchGetItem;

    /// <summary>How many requests in a row were in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>How long to wait before the next request, or null when the last one left nothing unprocessed.</summary>
    public TimeSpan? Delay { get; set; }

    /// <summary>Says how far the call came.</summary>
    public void Report() => progress?.Report(batch.Progress);

    /// <summary>Reads an answer, and the items in it.</summary>
    public abstract BatchResponse Read(ReadOnlySpan<byte> response);

    /// <summary>Writes the whole request.</summary>
    public void Write(WireWriter writer, bool isCapacityByIndex)
    {
        writer.Raw("{\"ReturnConsumedCapacity\":"u8);
        writer.Raw(RequestEnvelope.CapacityDetail(isCapacityByIndex));
        writer.Raw(",\"RequestItems\":{"u8);
        var isFirst = true;
        foreach (var table in batch.Tables.Where(table => batch.CountOf(table) > 0))
        {
            writer.Raw(isFirst ? "\""u8 : ",\""u8);
            writer.Text(table.Name);
            Write(writer, table);
            isFirst = false;
        }

        writer.Raw("}}"u8);
    }

    private void Write(WireWriter writer, BatchTable table)
    {
        if (!Reads)
        {
            writer.Raw("\":["u8);
            batch.Write(writer, table);
            writer.Raw("]"u8);
            return;
        }

        writer.Raw(consistentRead ? "\":{\"ConsistentRead\":true,\"Keys\":["u8 : "\":{\"Keys\":["u8);
        batch.Write(writer, table);
        writer.Raw("]"u8);
        batch.WriteProjection(writer);
        writer.Raw("}"u8);
    }
}

/// <summary>A call with what reads the items of its answers.</summary>
internal sealed class BatchRun<TReader>(
    AccessPatternCall call,
    AccessPattern pattern,
    Batch batch,
    TReader items,
    IProgress<BatchProgress>? progress = null,
    bool consistentRead = false)
    : BatchRun(call, pattern, batch, progress, consistentRead)
    where TReader : struct, IPageReader
{
    public override BatchResponse Read(ReadOnlySpan<byte> response) => BatchResponse.Read(response, Batch, items);
}
