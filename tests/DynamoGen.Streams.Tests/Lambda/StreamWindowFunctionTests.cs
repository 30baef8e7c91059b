using System.Text;
using System.Text.Json.Serialization;
using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Tests.Processing;

namespace DynamoGen.Streams.Tests.Lambda;

/// <summary>Tumbling windows: every answer has the state, and the state that goes with a failure holds what came before it.</summary>
public sealed class StreamWindowFunctionTests
{
    private const string Window = """
        "window":{"start":"2026-11-28T12:00:00Z","end":"2026-11-28T12:05:00Z"},"shardId":"shard-1","eventSourceARN":"arn:aws:dynamodb:x"
        """;

    private readonly Counting _counting = new();

    [Fact]
    public async Task A_state_goes_from_event_to_event_and_the_last_one_completes_the_window()
    {
        Assert.Equal("""{"state":{"Count":2},"batchItemFailures":[]}""", await InvokeAsync(Event("{}", isFinal: false, "a1", "b2")));
        Assert.Equal("""{"state":{"Count":3},"batchItemFailures":[]}""", await InvokeAsync(Event("""{"Count":2}""", isFinal: false, "a3")));
        Assert.Empty(_counting.Completed);

        Assert.Equal("""{"state":{"Count":3},"batchItemFailures":[]}""", await InvokeAsync(Event("""{"Count":3}""", isFinal: true)));
        Assert.Equal([(3, "shard-1", new DateTimeOffset(2026, 11, 28, 12, 5, 0, TimeSpan.Zero))], _counting.Completed);
    }

    [Fact]
    public async Task A_failure_leaves_the_state_of_the_records_before_it_and_does_not_complete_the_window()
    {
        _counting.Fails = change => change.Number == 2;

        Assert.Equal(
            """{"state":{"Count":1},"batchItemFailures":[{"itemIdentifier":"0002"}]}""", await InvokeAsync(Event("{ }", isFinal: true, "a1", "b2", "c3")));
        Assert.Empty(_counting.Completed);
    }

    [Fact]
    public async Task A_failure_at_the_first_record_answers_with_an_empty_state()
    {
        _counting.Fails = _ => true;

        Assert.Equal("""{"state":{},"batchItemFailures":[{"itemIdentifier":"0001"}]}""", await InvokeAsync(Event("null", isFinal: false, "a1")));
    }

    [Fact]
    public async Task An_event_without_a_window_is_refused() =>
        await Assert.ThrowsAsync<ItemFormatException>(() => InvokeAsync(StreamFunctionTests.Batch("a1")));

    private static string Event(string state, bool isFinal, params string[] changes) =>
        $$"""
        {"Records":[{{string.Join(",", changes.Select(ScriptedHandler.Json))}}],{{Window}},"state":{{state}},
        "isFinalInvokeForWindow":{{(isFinal ? "true" : "false")}},"isWindowTerminatedEarly":false}
        """;

    private async Task<string> InvokeAsync(string json)
    {
        var function = new StreamWindowFunction<WindowCount>(_counting, WindowCountContext.Default.WindowCount);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        using var reader = new StreamReader(await function.HandleAsync(input));
        return await reader.ReadToEndAsync();
    }

    private sealed class Counting : IStreamWindowHandler<WindowCount>
    {
        public List<(int Count, string Shard, DateTimeOffset End)> Completed { get; } = [];

        public Func<ScriptedChange, bool> Fails { get; set; } = _ => false;

        public ValueTask<WindowCount> AddAsync(WindowCount? state, StreamRecord record, CancellationToken cancellationToken) =>
            Fails(ScriptedHandler.Of(record)) ? throw new InvalidOperationException("The script says so.") : new(new WindowCount((state?.Count ?? 0) + 1));

        public ValueTask CompleteAsync(WindowCount? state, StreamWindow window, CancellationToken cancellationToken)
        {
            Completed.Add((state?.Count ?? 0, window.ShardId, window.End));
            return default;
        }
    }
}

/// <summary>How many changes a window had.</summary>
internal sealed record WindowCount(int Count);

[JsonSerializable(typeof(WindowCount))]
internal sealed partial class WindowCountContext : JsonSerializerContext;
