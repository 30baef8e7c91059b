using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Verification;
using DynamoGen.Timing;

namespace DynamoGen.Migrations.Runs;

/// <summary>Compares all items of a migration in a phase in which both are written.</summary>
/// <remarks>
/// The comparison relies on that nobody writes as in another phase. So it begins when every process has acknowledged the phase, and counts only if the state
/// is the same at its end: nobody can have gone on before that.
/// </remarks>
/// <param name="parts">What the migration is run with.</param>
internal sealed class VerificationRun(MigrationParts parts)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>Compares all items once.</summary>
    /// <returns>Null where the state is another one by now.</returns>
    public async Task<MigrationVerification?> CompareAsync(MigrationState state, CancellationToken cancellationToken)
    {
        await parts.WaitForFleetAsync(state, cancellationToken).ConfigureAwait(false);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = EndWithAsync(state, ending);
        try
        {
            var items = new RepeatedReads(parts.Verification, parts.TimeProvider);
            var verification = await new Comparison(items, parts.Options.Verification).RunAsync(state.Phase, ending.Token).ConfigureAwait(false);
            if (await IsLeftAsync(state, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            Count(verification);
            return verification;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            ending.Cancel();
            await watching.ConfigureAwait(false);
        }
    }

    /// <summary>Compares all items once among all processes that run the migration: by the one that holds the only segment of the run.</summary>
    /// <returns>Whether they were found to agree; false where the state is another one by now.</returns>
    /// <exception cref="MigrationStoppedException">They differ.</exception>
    public async Task<bool> RunAsync(MigrationState state, CancellationToken cancellationToken)
    {
        // Whoever comes back to the phase compares anew.
        var run = $"{state.Migration}#{state.Attempt}#VERIFY#{state.Version}";
        var lease = parts.Options.Backfill.SegmentLease;
        await parts.Segments.AddAsync(run, 1, cancellationToken).ConfigureAwait(false);
        var leases = new SegmentLeases(parts.Segments, run, parts.Worker, lease, parts.TimeProvider);
        while (!await IsLeftAsync(state, cancellationToken).ConfigureAwait(false))
        {
            if ((await leases.ListAsync(cancellationToken).ConfigureAwait(false)).All(static segment => segment.IsDone))
            {
                return true;
            }

            if (await leases.TakeAsync(cancellationToken).ConfigureAwait(false) is { } taken)
            {
                await using var held = new HeldSegment(parts.Segments, taken, lease / 3, parts.TimeProvider);
                if (await CompareAsync(state, cancellationToken).ConfigureAwait(false) is not { } verification)
                {
                    return false;
                }

                ThrowIfDifferent(verification);
                await held.ReplaceAsync(static segment => segment.TakenBy(null) with { IsDone = true }, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await Task.Delay(LookInterval, parts.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }

        return false;
    }

    private void ThrowIfDifferent(MigrationVerification found)
    {
        if (!found.Agrees)
        {
            throw new MigrationStoppedException(
                parts.Schema.Name,
                $"its items differ: {found.Lost} new items are lost, {found.Stale} are stale, {found.Resurrected} have no old item, " +
                $"and {found.Failed} old items cannot be copied");
        }
    }

    private void Count(MigrationVerification found)
    {
        var different = found.Failed + found.Lost + found.Stale;
        parts.Telemetry?.Verified(parts.Schema.Name, "match", Math.Max(0, found.OldItems - different));
        parts.Telemetry?.Verified(parts.Schema.Name, "failed", found.Failed);
        parts.Telemetry?.Verified(parts.Schema.Name, "lost", found.Lost);
        parts.Telemetry?.Verified(parts.Schema.Name, "stale", found.Stale);
        parts.Telemetry?.Verified(parts.Schema.Name, "resurrected", found.Resurrected);
    }

    private async ValueTask<bool> IsLeftAsync(MigrationState state, CancellationToken cancellationToken) =>
        await parts.Transitions.StateAsync(cancellationToken).ConfigureAwait(false) != state;

    /// <summary>Ends the comparison when the state is another one, rather than at its own end.</summary>
    private async Task EndWithAsync(MigrationState state, CancellationTokenSource ending)
    {
        while (await parts.TimeProvider.WaitAsync(parts.Options.Phases.Interval, ending.Token).ConfigureAwait(false))
        {
            try
            {
                if (await IsLeftAsync(state, ending.Token).ConfigureAwait(false))
                {
                    ending.Cancel();
                }
            }
            catch (Exception exception) when (!ending.IsCancellationRequested)
            {
                // The next look tells; the last one, at the end of the comparison, must not fail.
                parts.Logger?.PhaseUnread(state.Migration, FailureReason.Of(exception));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
