using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Timing;

namespace DynamoGen.Migrations.Backfill;

/// <summary>One process's part in a backfill, or in a purge before it: it works through segments until none is left.</summary>
/// <remarks>
/// Two workers may copy one segment for a while, when the first only seemed dead: what they write is the same, or the ledger names it. What must not be is a
/// write that arrives when the phase is over; so each page is an operation of the phase, which the fleet waits for.
/// </remarks>
internal sealed class BackfillWorker(
    IBackfillItems items, ISegmentStore store, ILedger ledger, PhaseFollower follower, BackfillOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>Works until every segment is done, by this worker or others, or the phase is another one.</summary>
    /// <param name="run">The migration and its attempt.</param>
    /// <param name="kind">What is done with each page.</param>
    /// <param name="count">How many segments there are, if this worker is the first to come.</param>
    /// <param name="phase">The phase in which it is done.</param>
    /// <param name="worker">The worker's name.</param>
    /// <param name="cancellationToken">Ends the work; the positions are kept.</param>
    /// <returns>Whether every segment is done.</returns>
    public async Task<bool> RunAsync(
        string run, BackfillKind kind, int count, MigrationPhase phase, string worker, CancellationToken cancellationToken)
    {
        await store.AddAsync(run, count, cancellationToken).ConfigureAwait(false);
        var leases = new SegmentLeases(store, run, worker, options.SegmentLease, timeProvider);
        var running = new List<Task>();
        try
        {
            while (follower.Current is null || follower.Current.Phase == phase)
            {
                var segments = await leases.ListAsync(cancellationToken).ConfigureAwait(false);
                if (segments.All(segment => segment.IsDone))
                {
                    return true;
                }

                while (running.Count < options.Concurrency && await leases.TakeAsync(cancellationToken).ConfigureAwait(false) is { } taken)
                {
                    running.Add(RunAsync(taken, segments.Count, kind, phase, cancellationToken));
                }

                await Task.WhenAny([.. running, timeProvider.WaitAsync(LookInterval, cancellationToken).AsTask()]).ConfigureAwait(false);
                foreach (var ended in running.Where(task => task.IsCompleted).ToArray())
                {
                    running.Remove(ended);
                    await ended.ConfigureAwait(false);
                }
            }

            return false;
        }
        finally
        {
            // Each gives its segment back, whatever became of the others.
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(Segment taken, int segments, BackfillKind kind, MigrationPhase phase, CancellationToken cancellationToken)
    {
        await using var held = new HeldSegment(store, taken, options.SegmentLease / 3, timeProvider);
        while (!held.Segment.IsDone)
        {
            using var scope = follower.Enter(writes: false);
            if (scope.Phase != phase)
            {
                return;
            }

            var page = await items.ReadAsync(kind, held.Segment.Number, segments, held.Segment.Position, cancellationToken).ConfigureAwait(false);
            scope.ThrowIfExpired();
            await items.WriteAsync(page, cancellationToken).ConfigureAwait(false);
            foreach (var failure in page.Failures)
            {
                await ledger.AddAsync(failure, cancellationToken).ConfigureAwait(false);
            }

            if (!await held.ReplaceAsync(segment => segment.Behind(page), cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }
}
