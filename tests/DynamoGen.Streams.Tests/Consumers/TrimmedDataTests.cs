using DynamoGen.Streams.Consumers;
using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Shards;
using DynamoGen.Streams.Tests.Scripted;
using DynamoGen.Tests.Transport;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Streams.Tests.Consumers;

/// <summary>What a consumer does and tells where records are older than 24 hours before they are read.</summary>
public sealed class TrimmedDataTests : IAsyncLifetime
{
    private readonly RunningConsumer _consumer = new();
    private readonly List<TrimmedShard> _trimmed = [];
    private readonly ScriptedShard _shard;
    private readonly ScriptedRecord[] _records;

    public TrimmedDataTests()
    {
        var stream = _consumer.Stream;
        _shard = stream.Open();
        _records = [stream.Write(_shard, "A", 1), stream.Write(_shard, "A", 2), stream.Write(_shard, "A", 3)];
        _consumer.Handler.Let();
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _consumer.DisposeAsync();

    [Fact]
    public async Task Stop_ends_the_consumer_and_leaves_the_checkpoint_and_hands_the_other_shards_over()
    {
        var other = _consumer.Stream.Open();
        var handled = _consumer.Stream.Write(other, "B", 7);
        LoseTwo();
        _consumer.EachStep = () => _consumer.Leases.Hold(_shard.Id, "other");
        _consumer.EachStep();
        Start(TrimmedDataAction.Stop);
        await _consumer.UntilAsync(() => _consumer.Handler.Handled.Contains(7));

        // The other worker dies, so that its shard is taken over.
        _consumer.EachStep = static () => { };
        await _consumer.UntilAsync(() => _consumer.Run.IsCompleted);

        var failure = await Assert.ThrowsAsync<TrimmedDataAccessException>(() => _consumer.Run);
        Assert.Contains(_shard.Id, failure.Message);
        Assert.IsType<TrimmedDataAccessException>(failure.InnerException);
        Assert.Equal([7], _consumer.Handler.Handled);
        Assert.Equal((null, Checkpoint(_records[0])), (_consumer.Leases.Find(_shard.Id)!.Owner, _consumer.Leases.Find(_shard.Id)!.Checkpoint));
        Assert.Equal((null, Checkpoint(handled)), (_consumer.Leases.Find(other.Id)!.Owner, _consumer.Leases.Find(other.Id)!.Checkpoint));
        Assert.Equal(2, _consumer.Sum("lease_moves", "dynamogen.stream.lease_move", "released"));
        AssertTold(new TrimmedShard(_consumer.Stream.Arn, _shard.Id, Number(_records[0]), IsGone: false), Number(_records[0]).ToString());
    }

    [Fact]
    public async Task To_go_on_is_to_read_what_is_left_and_to_tell()
    {
        LoseTwo();
        Start(TrimmedDataAction.GoOn);
        await _consumer.UntilAsync(() => _consumer.Handler.Handled.Contains(3));
        await _consumer.StopAsync();

        Assert.Equal([3], _consumer.Handler.Handled);
        Assert.Equal(Checkpoint(_records[2]), _consumer.Leases.Find(_shard.Id)!.Checkpoint);
        AssertTold(new TrimmedShard(_consumer.Stream.Arn, _shard.Id, Number(_records[0]), IsGone: false), Number(_records[0]).ToString());
    }

    [Fact]
    public async Task A_shard_that_is_gone_counts_as_handled_to_its_end_where_the_consumer_goes_on()
    {
        Lease(LeaseCheckpoint.After(Number(_records[0])));
        _consumer.Server.Change(() => _consumer.Stream.Forget(_shard));
        Start(TrimmedDataAction.GoOn);
        await _consumer.UntilAsync(() => _consumer.Tags("lease_moves", "dynamogen.stream.lease_move") is [.., "ended"]);
        await _consumer.StopAsync();

        AssertTold(new TrimmedShard(_consumer.Stream.Arn, _shard.Id, Number(_records[0]), IsGone: true), Number(_records[0]).ToString());
    }

    [Fact]
    public async Task A_shard_that_is_gone_ends_the_consumer_where_it_stops()
    {
        Lease(LeaseCheckpoint.After(Number(_records[0])));
        _consumer.Server.Change(() => _consumer.Stream.Forget(_shard));
        Start(TrimmedDataAction.Stop);
        await _consumer.UntilAsync(() => _consumer.Run.IsCompleted);

        await Assert.ThrowsAsync<TrimmedDataAccessException>(() => _consumer.Run);
        Assert.Equal(Checkpoint(_records[0]), _consumer.Leases.Find(_shard.Id)!.Checkpoint);
        AssertTold(new TrimmedShard(_consumer.Stream.Arn, _shard.Id, Number(_records[0]), IsGone: true), Number(_records[0]).ToString());
    }

    [Fact]
    public async Task Records_that_are_lost_between_two_reads_before_any_is_taken_are_told_too()
    {
        _consumer.Server.Fail("GetRecords", CannedResponse.Error(400, "TrimmedDataAccessException"));
        Start(TrimmedDataAction.GoOn);
        await _consumer.UntilAsync(() => _consumer.Handler.Handled.Count == 3);
        await _consumer.StopAsync();

        AssertTold(new TrimmedShard(_consumer.Stream.Arn, _shard.Id, LastRead: null, IsGone: false), "none");
    }

    private static SequenceNumber Number(ScriptedRecord record) => SequenceNumber.Parse(record.SequenceNumber);

    private static LeaseCheckpoint Checkpoint(ScriptedRecord record) => LeaseCheckpoint.After(Number(record));

    private void Start(TrimmedDataAction action)
    {
        _consumer.Options.OnTrimmedData = shard =>
        {
            _trimmed.Add(shard);
            return action;
        };
        _consumer.Start();
    }

    /// <summary>A worker that is gone had handled the first record; meanwhile that and the second are trimmed.</summary>
    private void LoseTwo()
    {
        Lease(LeaseCheckpoint.After(Number(_records[0])));
        _consumer.Server.Change(() => _shard.Trimmed = 2);
    }

    private void Lease(LeaseCheckpoint checkpoint) => _consumer.Leases.Create(new Lease(_consumer.Stream.Arn, _shard.Id) { Checkpoint = checkpoint });

    private void AssertTold(TrimmedShard expected, string lastRead)
    {
        Assert.Equal([expected], _trimmed);
        Assert.Equal(1, _consumer.Sum("trimmed"));
        Assert.Equal([_consumer.Stream.Arn], _consumer.Tags("trimmed", "dynamogen.stream.arn"));
        Assert.Equal(
            [(LogLevel.Error, $"Records of shard {expected.ShardId} of stream {expected.StreamArn} are lost. Last read: {lastRead}. "
                + $"The shard is gone: {expected.IsGone}.")],
            _consumer.Log.Of(22));
    }
}
