using DynamoGen.Streams.Leases;
using DynamoGen.Timing;

namespace DynamoGen.Streams.Consumers;

/// <summary>
/// Keeps one lease: writes heartbeats with checkpoints, one after the other, and ends the handling in time when none succeeds. Only the owner writes its
/// lease, so what is stored under its name is its own, if late, write.
/// </summary>
internal sealed class LeaseKeeper : IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(500);

    private readonly ILeaseStore _store;
    private readonly StreamConsumerOptions _options;
    private readonly StreamConsumerTelemetry _telemetry;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _wanted = new();
    private readonly CancellationTokenSource _stop = new();
    private long _renewed;

    /// <summary>Begins with a lease that was taken.</summary>
    /// <param name="taken">The lease.</param>
    /// <param name="sent">When the write that took it was sent: nobody can have seen it before.</param>
    /// <param name="store">Where it is.</param>
    /// <param name="options">The intervals.</param>
    /// <param name="telemetry">Counts failures.</param>
    /// <param name="timeProvider">The worker's clock.</param>
    public LeaseKeeper(
        Lease taken, long sent, ILeaseStore store, StreamConsumerOptions options, StreamConsumerTelemetry telemetry, TimeProvider timeProvider)
    {
        (_store, _options, _telemetry, _timeProvider) = (store, options, telemetry, timeProvider);
        Lease = taken;
        _lost = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        Renewed(sent);
    }

    /// <summary>The lease as it was written last.</summary>
    public Lease Lease { get; private set; }

    /// <summary>Cancelled before another worker can take the lease over.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Cancelled when another worker asks for the lease.</summary>
    public CancellationToken Wanted => _wanted.Token;

    /// <summary>Whether records can be handled. It asks the clock, since a process that was halted sees its timers late.</summary>
    public bool IsHeld => !_lost.IsCancellationRequested && Remaining > TimeSpan.Zero;

    private TimeSpan Remaining => _options.StopAfter - _timeProvider.GetElapsedTime(_renewed);

    /// <summary>Writes heartbeats until <see cref="StopKeeping"/> or the lease is lost.</summary>
    /// <param name="checkpoint">Tells how far the shard is handled.</param>
    public async Task KeepAsync(Func<LeaseCheckpoint> checkpoint)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _lost.Token);
        var succeeded = true;
        while (await _timeProvider.WaitAsync(succeeded ? _options.HeartbeatInterval : RetryInterval, ended.Token).ConfigureAwait(false))
        {
            succeeded = await WriteAsync(Lease.Renewed(checkpoint())).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the heartbeats after the one that is being written.</summary>
    public void StopKeeping() => _stop.Cancel();

    /// <summary>Gives the lease away, after the heartbeats have ended.</summary>
    /// <returns>Whether it is known to be written.</returns>
    public async Task<bool> GiveAsync(string? owner, LeaseCheckpoint checkpoint, IReadOnlyList<string> children)
    {
        while (IsHeld)
        {
            if (await WriteAsync(Lease.GivenTo(owner, checkpoint) with { Children = children }).ConfigureAwait(false))
            {
                return true;
            }

            await _timeProvider.WaitAsync(RetryInterval, _lost.Token).ConfigureAwait(false);
        }

        return false;
    }

    public void Dispose()
    {
        _lost.Dispose();
        _wanted.Dispose();
        _stop.Dispose();
    }

    private async ValueTask<bool> WriteAsync(Lease next)
    {
        var sent = _timeProvider.GetTimestamp();
        Lease? stored;
        try
        {
            stored = await _store.ReplaceOrReadAsync(Lease, next, _options.LeaseTimeout, _timeProvider).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _telemetry.Failed(next.StreamArn, "heartbeat", exception);
            return false;
        }

        var written = next.IsStateOf(stored);
        if (!written && stored?.Owner != Lease.Owner)
        {
            _lost.Cancel();
            return false;
        }

        Lease = stored!;
        if (written && Lease.Owner is not null)
        {
            Renewed(sent);
        }

        if (Lease.WantedBy is not null)
        {
            _wanted.Cancel();
        }

        return written;
    }

    private void Renewed(long sent)
    {
        _renewed = sent;
        if (Remaining is var remaining && remaining > TimeSpan.Zero)
        {
            _lost.CancelAfter(remaining);
        }
        else
        {
            _lost.Cancel();
        }
    }
}
