using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;

namespace DynamoGen.Migrations.Backfill;

/// <summary>One process's part in a backfill: it copies segments until none is left.</summary>
/// <remarks>
/// Two workers may copy one segment for a while, when the first only seemed dead: what they write is the same, or the ledger names it. What must not be is a
/// write that arrives when the phase is over; so each page is an operation of the phase, which the fleet waits for.
/// </remarks>
internal sealed class BackfillWorker(
    IBackfillItems items, ISegmentStore store, ILedger ledger, PhaseFollower follower, BackfillOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>Copies until every segment is done, by this worker or others, or the phase is another one.</summary>
    /// <param name="run">The migration and its attempt.</param>
    /// <param name="kind">What is done with each page.</param>
    /// <param name="worker">The worker's name.</param>
    /// <param name="cancellationToken">Ends the work; the positions are kept.</param>
    /// <returns>Whether every segment is done.</returns>
    public async Task<bool> RunAsync(string run, BackfillKind kind, string worker, CancellationToken cancellationToken)
    {
        await store.AddAsync(run, options.Segments, cancellationToken).ConfigureAwait(false);
        var leases = new SegmentLeases(store, run, worker, options.SegmentLease, timeProvider);
        var running = new List<Task>();
        while (follower.Current?.Phase is MigrationPhase.Backfill or null)
        {
            var segments = await leases.ListAsync(cancellationToken).ConfigureAwait(false);
            if (segments.All(segment => segment.IsDone))
            {
                await Task.WhenAll(running).ConfigureAwait(false);
                return true;
            }

            while (running.Count < options.Concurrency && await leases.TakeAsync(cancellationToken).ConfigureAwait(false) is { } taken)
            {
                running.Add(RunAsync(taken, segments.Count, kind, cancellationToken));
            }

            await Task.WhenAny([.. running, Task.Delay(LookInterval, timeProvider, cancellationToken)]).ConfigureAwait(false);
            foreach (var ended in running.Where(task => task.IsCompleted).ToArray())
            {
                running.Remove(ended);
                await ended.ConfigureAwait(false);
            }
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        return false;
    }

    private async Task RunAsync(Segment taken, int segments, BackfillKind kind, CancellationToken cancellationToken)
    {
        await using var held = new HeldSegment(store, taken, options.SegmentLease / 3, timeProvider);
        while (!held.Segment.IsDone)
        {
            using var scope = follower.Enter(writes: false);
            if (scope.Phase != MigrationPhase.Backfill)
            {
                return;
            }

            var page = kind == BackfillKind.Copy
                ? await CopyAsync(scope, held.Segment, segments, cancellationToken).ConfigureAwait(false)
                : new PurgedPage(
                    await items.PurgeAsync(held.Segment.Number, segments, held.Segment.Position, cancellationToken).ConfigureAwait(false));
            if (!await held.ReplaceAsync(segment => segment.Behind(page), cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async ValueTask<BackfillPage> CopyAsync(PhaseScope scope, Segment segment, int segments, CancellationToken cancellationToken)
    {
        var page = await items.ReadAsync(segment.Number, segments, segment.Position, cancellationToken).ConfigureAwait(false);
        scope.ThrowIfExpired();
        await items.WriteAsync(page, cancellationToken).ConfigureAwait(false);
        foreach (var failure in page.Failures)
        {
            await ledger.AddAsync(failure, cancellationToken).ConfigureAwait(false);
        }

        return page;
    }

    private sealed record PurgedPage(string? Next) : BackfillPage(Next, 0, []);
}
