using System.IO.Hashing;
using System.Text;

namespace DynamoGen.Migrations.Backfill;

/// <summary>The segments that one worker copies: it takes those of nobody, or of a worker that gives no sign of life, and renews its own.</summary>
/// <param name="store">Keeps the segments.</param>
/// <param name="run">The migration and its attempt.</param>
/// <param name="worker">The worker's name.</param>
/// <param name="lease">How long a segment may be without a sign of life.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class SegmentLeases(ISegmentStore store, string run, string worker, TimeSpan lease, TimeProvider timeProvider)
{
    private readonly Dictionary<int, (long Counter, long Since)> _watched = [];
    private IReadOnlyList<Segment> _seen = [];

    /// <summary>The segments as they were read last.</summary>
    public IReadOnlyList<Segment> Seen => _seen;

    /// <summary>Reads all segments.</summary>
    public async ValueTask<IReadOnlyList<Segment>> ListAsync(CancellationToken cancellationToken)
    {
        _seen = await store.ListAsync(run, cancellationToken).ConfigureAwait(false);
        var now = timeProvider.GetTimestamp();
        foreach (var segment in _seen)
        {
            if (!_watched.TryGetValue(segment.Number, out var watched) || watched.Counter != segment.Counter)
            {
                _watched[segment.Number] = (segment.Counter, now);
            }
        }

        return _seen;
    }

    /// <summary>Takes a segment that can be had, of those that were read last.</summary>
    /// <returns>The segment as it is held now, or null where none can be had.</returns>
    public async ValueTask<Segment?> TakeAsync(CancellationToken cancellationToken)
    {
        // Each worker begins at a place of its own, so that they seldom ask for the same one.
        var start = (int)(XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(worker)) % Math.Max(1, _seen.Count));
        foreach (var segment in _seen.Skip(start).Concat(_seen.Take(start)))
        {
            if (IsFree(segment) && segment.TakenBy(worker) is var taken && await store.ReplaceAsync(taken, cancellationToken).ConfigureAwait(false))
            {
                _seen = [.. _seen.Where(other => other.Number != segment.Number)];
                return taken;
            }
        }

        return null;
    }

    private bool IsFree(Segment segment) => !segment.IsDone
        && (segment.Owner is null || (segment.Owner != worker && timeProvider.GetElapsedTime(_watched[segment.Number].Since) >= lease));
}
