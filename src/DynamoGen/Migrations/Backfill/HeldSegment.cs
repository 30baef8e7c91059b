using DynamoGen.Timing;

namespace DynamoGen.Migrations.Backfill;

/// <summary>A segment that this worker holds. It is renewed in the background, and given back when it is disposed.</summary>
internal sealed class HeldSegment : IAsyncDisposable
{
    private readonly ISegmentStore _store;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _interval;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _renewal;
    private Task _last = Task.CompletedTask;
    private bool _isLost;

    public HeldSegment(ISegmentStore store, Segment taken, TimeSpan interval, TimeProvider timeProvider)
    {
        _store = store;
        _timeProvider = timeProvider;
        _interval = interval;
        Segment = taken;
        _renewal = RenewAsync();
    }

    /// <summary>The segment as this worker wrote it last.</summary>
    public Segment Segment { get; private set; }

    /// <summary>Writes the segment's next state, behind what is being written of it.</summary>
    /// <returns>False where another worker has taken it over.</returns>
    public async Task<bool> ReplaceAsync(Func<Segment, Segment> change, CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource();
        var before = Interlocked.Exchange(ref _last, written.Task);
        try
        {
            await before.ConfigureAwait(false);
            var next = change(Segment);
            if (_isLost || !await _store.ReplaceAsync(next, cancellationToken).ConfigureAwait(false))
            {
                _isLost = true;
                return false;
            }

            Segment = next;
            return true;
        }
        finally
        {
            written.SetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _ending.Cancel();
        await _renewal.ConfigureAwait(false);
        if (Segment is { IsDone: false, Owner: not null } && !_isLost)
        {
            await TryReplaceAsync(static segment => segment.TakenBy(null), CancellationToken.None).ConfigureAwait(false);
        }

        _ending.Dispose();
    }

    /// <summary>Writes what others do without: a renewal is made up for by the next one, and a segment that is not given back is taken over.</summary>
    private async ValueTask TryReplaceAsync(Func<Segment, Segment> change, CancellationToken cancellationToken) =>
        await ((Task)ReplaceAsync(change, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task RenewAsync()
    {
        while (!_isLost)
        {
            if (!await _timeProvider.WaitAsync(_interval, _ending.Token).ConfigureAwait(false))
            {
                return;
            }

            await TryReplaceAsync(static segment => segment.Renewed(), _ending.Token).ConfigureAwait(false);
        }
    }
}
