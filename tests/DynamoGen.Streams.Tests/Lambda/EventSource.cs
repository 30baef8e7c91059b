using System.Text;
using System.Text.Json;
using DynamoGen.Streams.Tests.Processing;

namespace DynamoGen.Streams.Tests.Lambda;

/// <summary>
/// What the event source mapping of AWS Lambda does with a shard: it sends batches in order, goes on behind those that succeed, takes the lowest reported
/// failure as the checkpoint and sends all from it on again, sends the whole batch again where the function fails or its answer is wrong, and halves such a
/// batch where it bisects. With a parallelization factor, items are spread over several such readers.
/// </summary>
/// <param name="random">Decides sizes, faults and the order of the readers.</param>
/// <param name="invoke">Hands an event over to an instance of the function; throws where it fails or is stopped by the time limit.</param>
internal sealed class EventSource(Random random, Func<string, Task<string>> invoke)
{
    /// <summary>Reads a shard to its end.</summary>
    public async Task RunAsync(IReadOnlyList<string> records, int parallelizationFactor, bool bisects)
    {
        var readers = records.GroupBy(record => record[0] % parallelizationFactor).Select(own => new Reader([.. own])).ToList();
        while (readers.Count > 0)
        {
            var reader = readers[random.Next(readers.Count)];
            await StepAsync(reader, bisects);
            if (reader.Position == reader.Records.Length)
            {
                readers.Remove(reader);
            }
        }
    }

    private async Task StepAsync(Reader reader, bool bisects)
    {
        var rest = reader.Records.Length - reader.Position;
        var size = Math.Min(rest, reader.Size ?? random.Next(1, 12));
        var batch = reader.Records[reader.Position..(reader.Position + size)];
        try
        {
            var answer = await invoke(StreamFunctionTests.Batch(batch));
            reader.Position += Accepted(batch, answer);
            reader.Size = null;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            reader.Size = bisects ? Math.Max(1, size / 2) : size;
        }
    }

    /// <summary>How many records of the batch are done with.</summary>
    private static int Accepted(string[] batch, string answer)
    {
        using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(answer));
        if (!json.RootElement.TryGetProperty("batchItemFailures", out var failures) || failures.ValueKind == JsonValueKind.Null)
        {
            return batch.Length;
        }

        var first = batch.Length;
        foreach (var failure in failures.EnumerateArray())
        {
            var identifier = failure.GetProperty("itemIdentifier").GetString();
            var place = Array.FindIndex(batch, record => ScriptedHandler.Record(record).Change.SequenceNumber.ToString() == identifier);
            first = Math.Min(first, place >= 0 ? place : throw new InvalidOperationException("The identifier is of no record."));
        }

        return first;
    }

    private sealed class Reader(string[] records)
    {
        public string[] Records => records;

        public int Position { get; set; }

        public int? Size { get; set; }
    }
}
