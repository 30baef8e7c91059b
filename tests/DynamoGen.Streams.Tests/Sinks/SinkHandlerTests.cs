using System.Text;
using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Processing;
using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Tests.Lambda;
using DynamoGen.Streams.Tests.Processing;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>How lanes feed a sink: in batches, each change by itself.</summary>
public sealed class SinkHandlerTests
{
    [Fact]
    public async Task Changes_of_several_items_are_one_batch_and_those_of_one_item_follow_each_other()
    {
        var sink = new ListedSink(maxBatch: 3);

        Assert.Equal("""{"batchItemFailures":[]}""", await InvokeAsync(StreamFunction.Of(sink, "s"), "a1", "b2", "c3", "a4", "b5", "c6"));
        Assert.Equal(["a1 b2 c3", "a4 b5 c6"], sink.Batches.Select(batch => string.Join(' ', batch.Split(' ').Order())));
    }

    [Fact]
    public async Task A_batch_that_does_not_fill_is_delivered_too()
    {
        var sink = new ListedSink(maxBatch: 100);

        await InvokeAsync(StreamFunction.Of(sink, "s"), "a1", "b2", "a3");

        Assert.Equal(["a1", "b2", "a3"], sink.Batches.SelectMany(batch => batch.Split(' ')));
    }

    [Fact]
    public async Task Only_what_was_not_delivered_is_sent_again_and_later_changes_of_its_item_wait()
    {
        var sink = new ListedSink(maxBatch: 2) { Fails = change => change == "a1" };
        var options = new StreamProcessingOptions { Concurrency = 2, MaxAttempts = 3, RetryDelay = TimeSpan.Zero };
        var answer = await InvokeAsync(StreamFunction.Of(sink, "s", options), "a1", "b2", "a3");

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"0001"}]}""", answer);
        var sent = sink.Batches.SelectMany(batch => batch.Split(' ')).ToArray();
        Assert.Equal(3, sent.Count(change => change == "a1"));
        Assert.Single(sent, change => change == "b2");
        Assert.DoesNotContain("a3", sent);
    }

    [Fact]
    public async Task A_sink_that_throws_has_delivered_nothing()
    {
        var sink = new ListedSink(maxBatch: 2) { Throws = true };

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"0001"}]}""", await InvokeAsync(StreamFunction.Of(sink, "s"), "a1", "b2"));
    }

    private static async Task<string> InvokeAsync(StreamFunction function, params string[] changes)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(StreamFunctionTests.Batch(changes)));
        using var reader = new StreamReader(await function.HandleAsync(input));
        return await reader.ReadToEndAsync();
    }

    private sealed class ListedSink(int maxBatch) : IStreamSink
    {
        public List<string> Batches { get; } = [];

        public Func<string, bool> Fails { get; init; } = _ => false;

        public bool Throws { get; init; }

        public int MaxBatchRecords => maxBatch;

        public ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
        {
            var changes = records.Select(record => ScriptedHandler.Of(record).ToString()).ToArray();
            Batches.Add(string.Join(' ', changes));
            return Throws
                ? throw new InvalidOperationException("The sink is away.")
                : new([.. changes.Index().Where(change => Fails(change.Item))
                    .Select(change => new UndeliveredChange(change.Index, new InvalidOperationException("Refused.")))]);
        }
    }
}
