using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Tests.Scripted;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Consumers;

/// <summary>The figures of a consumer's metrics, on a clock that stands still while they are looked at.</summary>
public sealed class ConsumerMetricTests : IAsyncLifetime
{
    private const string Move = "dynamogen.stream.lease_move";
    private const string Other = "other";

    private readonly RunningConsumer _consumer = new();
    private readonly ScriptedShard _shard;

    public ConsumerMetricTests() => _shard = _consumer.Stream.Open();

    private GatedHandler Handler => _consumer.Handler;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _consumer.DisposeAsync();

    [Fact]
    public async Task Nothing_is_shown_before_a_shard_is_held()
    {
        _consumer.Leases.Create(new Lease(_consumer.Stream.Arn, _shard.Id));
        _consumer.EachStep = () => _consumer.Leases.Hold(_shard.Id, Other);
        _consumer.EachStep();
        _consumer.Start();
        await _consumer.UntilAsync(() => _consumer.Server.Calls("DescribeStream") > 1);

        Assert.Null(_consumer.Oldest());
        Assert.Empty(_consumer.Lags());
    }

    [Fact]
    public async Task Ages_are_those_of_the_oldest_record_in_hand_and_of_the_last_one_that_was_read()
    {
        _consumer.Options.PageSize = 1;
        _consumer.Processing.MaxPendingRecords = 1;
        DateTimeOffset[] written = [Written(90), Written(60), Written(30)];
        Write(_shard, written);
        _consumer.Start();

        // One record is in hand, and the next is read and waits for room.
        await _consumer.UntilAsync(() => Lag() == _consumer.Ago(written[1]));
        AssertShown(oldest: written[0], records: 1);
        _consumer.Time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(_consumer.Ago(written[1]), Lag());
        AssertShown(oldest: written[0], records: 1);

        Handler.Let(1);
        await _consumer.UntilAsync(() => Lag() == _consumer.Ago(written[2]));
        AssertShown(oldest: written[1], records: 2);

        Handler.Let();
        await _consumer.UntilAsync(() => Handler.Handled.Count == 3 && Lag() == 0);
        Assert.Equal(0, _consumer.Oldest());
        Assert.Equal(3, _consumer.Sum("records"));
    }

    [Fact]
    public async Task A_clock_behind_that_of_the_service_shows_no_negative_age()
    {
        Write(_shard, Written(-60));
        _consumer.Start();
        await _consumer.UntilAsync(() => Handler.Begun.Count == 1);

        Assert.Equal(0, _consumer.Oldest());
        Assert.Equal(0, Lag());
    }

    [Fact]
    public async Task A_shard_that_is_read_to_its_end_has_no_lag_and_is_not_shown_once_it_is_handled()
    {
        Write(_shard, Written(90));
        var child = _consumer.Stream.RollOver(_shard);
        _consumer.Start();
        await _consumer.UntilAsync(() => Handler.Begun.Count == 1);

        Assert.Equal(_consumer.Ago(Written(90)), _consumer.Oldest());
        Assert.Equal([(_shard.Id, 0)], Shown());
        _consumer.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([(_shard.Id, 0)], Shown());

        Handler.Let();
        await _consumer.UntilAsync(() => _consumer.Lags().ContainsKey(child.Id));
        Assert.Equal([(child.Id, 0)], Shown());
        Assert.Equal(0, _consumer.Oldest());
        Assert.Equal(["taken", "ended", "taken"], Moves());
        Assert.Equal(1, _consumer.Sum("records"));
    }

    [Fact]
    public async Task A_shard_whose_lease_another_worker_has_is_not_shown()
    {
        var kept = _consumer.Stream.Open();
        Write(_shard, Written(90));
        Write(kept, Written(30));
        _consumer.Start();
        await _consumer.UntilAsync(() => Handler.Begun.Count == 2);
        Assert.Equal(_consumer.Ago(Written(90)), _consumer.Oldest());

        _consumer.EachStep = () => _consumer.Leases.Hold(_shard.Id, Other);
        await _consumer.UntilAsync(() => Moves().Contains("lost"));

        Assert.Equal([kept.Id], _consumer.Lags().Keys);
        Assert.Equal(_consumer.Ago(Written(30)), _consumer.Oldest());
        Assert.Equal(["taken", "taken", "lost"], Moves());
        Assert.Empty(Handler.Handled);
    }

    [Fact]
    public async Task A_shard_whose_lease_cannot_be_renewed_is_not_shown()
    {
        Write(_shard, Written(90));
        _consumer.Start();
        await _consumer.UntilAsync(() => Handler.Begun.Count == 1);
        _consumer.Leases.IsAway = true;
        await _consumer.UntilAsync(() => Moves().Contains("lost"));

        Assert.Empty(_consumer.Lags());
        Assert.Null(_consumer.Oldest());
        Assert.Contains("heartbeat", _consumer.Tags("failures", "dynamogen.stream.operation"));
        _consumer.Leases.IsAway = false;
        Handler.Let();
        await _consumer.UntilAsync(() => Handler.Handled.Count == 1);
        Assert.Equal(["taken", "lost", "taken"], Moves());
    }

    [Fact]
    public async Task Leases_that_are_handed_over_released_and_taken_over_are_told_apart()
    {
        var (second, third) = (_consumer.Stream.Open(), _consumer.Stream.Open());
        _consumer.Leases.Create(new Lease(_consumer.Stream.Arn, second.Id));
        _consumer.Leases.Hold(second.Id, "dead");
        _consumer.Start();
        await _consumer.UntilAsync(() => _consumer.Lags().Count == 3);
        Assert.Equal(["taken", "taken", "taken_over"], Moves().Order());

        _consumer.Leases.Request(third.Id, Other);
        await _consumer.UntilAsync(() => Moves().Contains("handed_over"));
        Assert.Equal(Other, _consumer.Leases.Find(third.Id)!.Owner);
        Assert.Equal([_shard.Id, second.Id], _consumer.Lags().Keys.Order());

        _consumer.EachStep = () => _consumer.Leases.Hold(third.Id, Other);
        await _consumer.StopAsync();
        Assert.Equal(["handed_over", "released", "released", "taken", "taken", "taken_over"], Moves().Order());
        Assert.Empty(_consumer.Lags());
        Assert.Null(_consumer.Oldest());
    }

    [Fact]
    public async Task Failures_count_once_for_each_attempt_and_each_read_that_failed()
    {
        Write(_shard, Written(90));
        var away = CannedResponse.Error(500, "InternalServerError");
        _consumer.Server.Fail("GetRecords", [.. Enumerable.Repeat(away, 4 + 4)]);
        Handler.Failures = 2;
        Handler.Let();
        _consumer.Start();
        await _consumer.UntilAsync(() => Handler.Handled.Count == 1);

        Assert.Equal(2, _consumer.Sum("failures"));
        Assert.Equal(["read", "read"], _consumer.Tags("failures", "dynamogen.stream.operation"));
        Assert.Equal(["InternalServerError", "InternalServerError"], _consumer.Tags("failures", "error.type"));
        Assert.Equal(2, _consumer.Sum("handler_failures"));
        Assert.Equal(["handler", "handler"], _consumer.Tags("handler_failures", "dynamogen.stream.handler"));
        Assert.Equal(["System.InvalidOperationException", "System.InvalidOperationException"], _consumer.Tags("handler_failures", "error.type"));
        Assert.Equal(1, _consumer.Sum("records"));
    }

    /// <summary>A time before the consumer's clock began.</summary>
    private static DateTimeOffset Written(int secondsBefore) => DateTimeOffset.FromUnixTimeSeconds(1_795_800_100 - secondsBefore);

    private void Write(ScriptedShard shard, params DateTimeOffset[] written)
    {
        foreach (var time in written)
        {
            _consumer.Stream.Write(shard, "A", shard.Records.Count, time);
        }
    }

    private double? Lag() => _consumer.Lags().TryGetValue(_shard.Id, out var lag) ? lag : null;

    private IEnumerable<(string, double)> Shown() => _consumer.Lags().Select(static shard => (shard.Key, shard.Value));

    private IReadOnlyList<string?> Moves() => _consumer.Tags("lease_moves", Move);

    private void AssertShown(DateTimeOffset oldest, int records)
    {
        Assert.Equal(_consumer.Ago(oldest), _consumer.Oldest());
        Assert.Equal(records, _consumer.Sum("records"));
    }
}
