using System.Collections.Concurrent;
using System.Diagnostics;
using DynamoGen.Streams.Tests.Scripted;
using DynamoGen.Telemetry;

namespace DynamoGen.Streams.Tests.Consumers;

/// <summary>The spans of a consumer: of each read that finds something, and of each attempt of its handler.</summary>
public sealed class ConsumerSpanTests : IAsyncLifetime
{
    private static readonly AsyncLocal<ConsumerSpanTests?> Current = new();

    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;
    private readonly RunningConsumer _consumer = new();
    private readonly ScriptedShard _shard;

    public ConsumerSpanTests()
    {
        _shard = _consumer.Stream.Open();
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DynamoGenTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Current.Value == this)
                {
                    _ended.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await _consumer.DisposeAsync();
        _listener.Dispose();
    }

    private Activity[] Of(string name) => [.. _ended.Where(span => span.DisplayName == name)];

    private void Start(params int[] records)
    {
        Current.Value = this;
        foreach (var record in records)
        {
            _consumer.Stream.Write(_shard, "A", record, _consumer.Time.GetUtcNow());
        }

        _consumer.Start();
    }

    [Fact]
    public async Task A_read_that_finds_records_is_a_span_and_one_that_finds_none_is_not()
    {
        _consumer.Handler.Let();
        Start(0, 1);
        await _consumer.UntilAsync(() => _consumer.Handler.Handled.Count == 2 && _consumer.Server.Calls("GetRecords") > 2);

        var read = Assert.Single(Of("GetRecords"));
        Assert.Equal(ActivityKind.Client, read.Kind);
        Assert.Equal(2L, read.GetTagItem("db.response.returned_rows"));
        Assert.Equal(_shard.Id, read.GetTagItem("dynamogen.stream.shard_id"));
        Assert.Equal(_consumer.Stream.Arn, read.GetTagItem("dynamogen.stream.arn"));
    }

    [Fact]
    public async Task Each_attempt_of_the_handler_is_a_span_and_has_a_duration()
    {
        _consumer.Handler.Failures = 1;
        _consumer.Handler.Let();
        Start(0);
        await _consumer.UntilAsync(() => Of("process handler").Length == 2);

        var (failed, handled) = (Of("process handler")[0], Of("process handler")[1]);
        Assert.Equal((ActivityKind.Consumer, ActivityStatusCode.Error), (failed.Kind, failed.Status));
        Assert.Equal("System.InvalidOperationException", failed.GetTagItem("error.type"));
        Assert.Equal((ActivityStatusCode.Unset, null), (handled.Status, handled.GetTagItem("error.type")));
        Assert.Equal("handler", handled.GetTagItem("dynamogen.stream.handler"));
        Assert.Equal(["handler", "handler"], _consumer.Tags("handler_duration", "dynamogen.stream.handler"));
    }

    [Fact]
    public async Task The_span_is_current_while_the_handler_is_at_work()
    {
        string? current = null;
        _consumer.Handler.OnBegun = () => current = Activity.Current?.DisplayName;
        _consumer.Handler.Let();
        Start(0);
        await _consumer.UntilAsync(() => _consumer.Handler.Handled.Count == 1);

        Assert.Equal("process handler", current);
    }
}
