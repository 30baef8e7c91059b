using System.Collections.Concurrent;
using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Shards;
using DynamoGen.Timing;

namespace DynamoGen.Streams.Consumers;

/// <summary>One worker on one stream: finds shards, makes and deletes leases, takes its share of them and handles the shards.</summary>
internal sealed class LeaseCoordinator(
    string streamArn, IStreamClient client, ILeaseStore store, ShardProcessorFactory factory,
    StreamConsumerOptions options, StreamConsumerTelemetry telemetry, TimeProvider timeProvider)
{
    private readonly ShardDiscovery _discovery = new(streamArn, client, options, telemetry, timeProvider);
    private readonly LeaseWatch _watch = new(timeProvider, options.TakeOverAfter);
    private readonly ConcurrentDictionary<string, Task> _held = new();
    private CancellationTokenSource? _waiting;
    private bool _mustDescribe;
    private volatile TrimmedDataAccessException? _trimmed;

    /// <summary>Works until the token is cancelled, then hands the shards over.</summary>
    /// <exception cref="TrimmedDataAccessException">Records are lost, and the options say that this ends the consumer.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        while (!stop.IsCancellationRequested && _trimmed is null)
        {
            try
            {
                await StepAsync(stop.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // Whatever fails while the worker stops, the shards are handed over.
                if (stop.IsCancellationRequested)
                {
                    break;
                }

                telemetry.Failed(streamArn, "coordinate", exception);
            }

            await WaitAsync(stop.Token).ConfigureAwait(false);
        }

        stop.Cancel();
        await Task.WhenAll(_held.Values).ConfigureAwait(false);
        if (_trimmed is { } trimmed)
        {
            throw trimmed;
        }
    }

    private async Task StepAsync(CancellationToken stop)
    {
        var isDescribed = _discovery.IsDue || _mustDescribe;
        if (isDescribed)
        {
            await _discovery.DescribeAsync(stop).ConfigureAwait(false);
            _mustDescribe = false;
        }

        var (leases, lineage) = await ListAsync(stop).ConfigureAwait(false);
        var missing = lineage.Missing(options.Start).ToList();
        if (missing.Count > 0 && !isDescribed)
        {
            // What is missing by an older description may be done and gone since.
            await _discovery.DescribeAsync(stop).ConfigureAwait(false);
            (leases, lineage) = await ListAsync(stop).ConfigureAwait(false);
            missing = [.. lineage.Missing(options.Start)];
        }

        foreach (var lease in missing)
        {
            await store.CreateAsync(lease, stop).ConfigureAwait(false);
        }

        if (missing.Count > 0)
        {
            (leases, lineage) = await ListAsync(stop).ConfigureAwait(false);
        }

        foreach (var lease in leases.Where(lineage.IsDisposable))
        {
            await store.DeleteAsync(lease, stop).ConfigureAwait(false);
        }

        foreach (var lease in leases.Where(lease => lineage.MayBeGone(lease) && IsDescribedSince(lease)))
        {
            await DeleteIfGoneAsync(lease, stop).ConfigureAwait(false);
        }

        await BalanceAsync([.. leases.Where(lineage.IsReadable)], stop).ConfigureAwait(false);
    }

    private async Task<(IReadOnlyList<Lease> Leases, ShardLineage Lineage)> ListAsync(CancellationToken stop)
    {
        var leases = await store.ListAsync(streamArn, stop).ConfigureAwait(false);
        _watch.Observe(leases);
        return (leases, new ShardLineage(streamArn, _discovery.Shards, leases));
    }

    /// <summary>A description may lag behind, so the shard itself is asked for.</summary>
    private async Task DeleteIfGoneAsync(Lease lease, CancellationToken stop)
    {
        try
        {
            await client.GetShardIteratorAsync(streamArn, lease.ShardId, ShardStart.TrimHorizon, stop).ConfigureAwait(false);
        }
        catch (StreamNotFoundException)
        {
            await store.DeleteAsync(lease, stop).ConfigureAwait(false);
        }
    }

    private async Task BalanceAsync(IReadOnlyList<Lease> readable, CancellationToken stop)
    {
        var share = LeaseShare.Choose(options.WorkerId, IsHeld, readable, _watch.IsExpired, options.MaxLeases);
        foreach (var lease in share.Taken)
        {
            // A worker that was halted may have made this lease long after the shard was done; only a newer description shows that.
            if (lease.Counter == 0 && !IsDescribedSince(lease))
            {
                _mustDescribe = true;
                continue;
            }

            await TakeAsync(lease, stop).ConfigureAwait(false);
        }

        if (share.Requested is { } requested)
        {
            await store.RequestAsync(requested, options.WorkerId, stop).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(Lease lease, CancellationToken stop)
    {
        var taken = lease.TakenBy(options.WorkerId);
        var sent = timeProvider.GetTimestamp();
        var stored = await store.ReplaceOrReadAsync(lease, taken, options.LeaseTimeout, timeProvider).ConfigureAwait(false);
        if (!taken.IsStateOf(stored))
        {
            return;
        }

        var isOver = lease.Owner is not null && lease.Owner != options.WorkerId;
        telemetry.LeaseMoved(streamArn, lease.ShardId, isOver ? StreamAttributes.TakenOver : StreamAttributes.Taken);
        var keeper = new LeaseKeeper(stored!, sent, store, options, telemetry, timeProvider);
        var shard = new HeldShard(keeper, client, factory, shardId => _discovery.ChildrenOfAsync(shardId, keeper.Lost), options, telemetry, timeProvider);
        var ended = new TaskCompletionSource();
        _held[lease.ShardId] = ended.Task;
        _ = HandleAsync(shard, lease.ShardId, ended, stop);
    }

    private async Task HandleAsync(HeldShard shard, string shardId, TaskCompletionSource ended, CancellationToken stop)
    {
        try
        {
            await shard.RunAsync(stop).ConfigureAwait(false);
        }
        catch (TrimmedDataAccessException exception)
        {
            _trimmed = exception;
        }
        catch (Exception exception)
        {
            telemetry.Failed(streamArn, "handle", exception);
        }

        _held.TryRemove(shardId, out _);
        ended.SetResult();
        Wake();
    }

    private bool IsHeld(Lease lease) => _held.ContainsKey(lease.ShardId);

    private bool IsDescribedSince(Lease lease) => _discovery.Described is { } described && _watch.WasSeenBefore(lease, described);

    /// <summary>Waits for the next step; not at all where a newer description is needed, and no longer than until a shard ends.</summary>
    private async Task WaitAsync(CancellationToken stop)
    {
        if (_mustDescribe)
        {
            return;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Volatile.Write(ref _waiting, waiting);
        await timeProvider.WaitAsync(options.BalanceInterval, waiting.Token).ConfigureAwait(false);
        Volatile.Write(ref _waiting, null);
    }

    private void Wake()
    {
        try
        {
            Volatile.Read(ref _waiting)?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It woke by itself.
        }
    }
}
