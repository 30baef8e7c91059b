using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Consumers;

/// <summary>Handles one shard for as long as this worker has its lease, and hands it over in good order.</summary>
internal sealed class HeldShard(
    LeaseKeeper keeper, IStreamClient client, ShardProcessorFactory factory, Func<string, Task<IReadOnlyList<string>>> childrenOf,
    StreamConsumerOptions options, StreamConsumerTelemetry telemetry, TimeProvider timeProvider)
{
    private readonly string _streamArn = keeper.Lease.StreamArn;
    private readonly string _shardId = keeper.Lease.ShardId;

    /// <summary>Handles the shard until its end, until it is handed over, or until the lease is lost.</summary>
    /// <param name="stop">Ends the reading: what was taken is handled, checkpointed and released.</param>
    /// <exception cref="TrimmedDataAccessException">Records are lost, and the options say that this ends the consumer; the lease is released.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var _ = keeper;
        if (!keeper.IsHeld)
        {
            return;
        }

        var checkpoint = keeper.Lease.Checkpoint;
        var ended = false;
        IReadOnlyList<string> children = [];
        TrimmedDataAccessException? trimmed = null;
        var keeping = Task.CompletedTask;
        try
        {
            await using var processor = factory(_streamArn, _shardId, keeper.Lost);
            LeaseCheckpoint Completed() => processor.Completed is { } completed ? LeaseCheckpoint.After(completed) : keeper.Lease.Checkpoint;
            keeping = keeper.KeepAsync(Completed);
            try
            {
                ended = await ReadAsync(processor, stop).ConfigureAwait(false);
                children = ended ? await childrenOf(_shardId).ConfigureAwait(false) : children;
            }
            finally
            {
                checkpoint = Completed();
            }
        }
        catch (TrimmedDataAccessException exception)
        {
            trimmed = exception;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || keeper.Wanted.IsCancellationRequested || !keeper.IsHeld)
        {
        }
        catch (Exception exception)
        {
            telemetry.Failed(_streamArn, "process", exception);
        }

        // Only now is nothing of the shard handled any more.
        keeper.StopKeeping();
        await keeping.ConfigureAwait(false);
        await GiveAsync(ended ? LeaseCheckpoint.ShardEnd : checkpoint, children).ConfigureAwait(false);
        if (trimmed is not null)
        {
            throw trimmed;
        }
    }

    private async Task<bool> ReadAsync(IShardProcessor processor, CancellationToken stop)
    {
        var progress = new ShardProgress(_streamArn, _shardId, processor);
        telemetry.Add(progress);
        try
        {
            var reader = new ShardReader(client, keeper.Lease, processor, progress, options, telemetry, timeProvider);
            using var reading = CancellationTokenSource.CreateLinkedTokenSource(stop, keeper.Wanted, keeper.Lost);
            using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
            using var handling = CancellationTokenSource.CreateLinkedTokenSource(late.Token, keeper.Lost);
            using var ending = reading.Token.UnsafeRegister(_ => late.CancelAfter(options.DrainTimeout), null);
            var ended = await ReadAsync(reader, reading.Token, handling.Token).ConfigureAwait(false);
            await processor.DrainAsync(handling.Token).ConfigureAwait(false);
            return ended;
        }
        finally
        {
            telemetry.Remove(progress);
        }
    }

    private async Task<bool> ReadAsync(ShardReader reader, CancellationToken reading, CancellationToken handling)
    {
        try
        {
            return await reader.RunAsync(reading, () => keeper.IsHeld, handling).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested && keeper.IsHeld)
        {
            return false;
        }
    }

    private async Task GiveAsync(LeaseCheckpoint checkpoint, IReadOnlyList<string> children)
    {
        var owner = checkpoint.IsShardEnd ? null : keeper.Lease.WantedBy;
        var given = await keeper.GiveAsync(owner, checkpoint, children).ConfigureAwait(false);
        var move = (given, checkpoint.IsShardEnd, owner) switch
        {
            (false, _, _) => StreamAttributes.Lost,
            (_, true, _) => StreamAttributes.Ended,
            (_, _, null) => StreamAttributes.Released,
            _ => StreamAttributes.HandedOver,
        };
        telemetry.LeaseMoved(_streamArn, _shardId, move);
    }
}
