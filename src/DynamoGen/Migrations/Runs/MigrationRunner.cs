using Amazon.Runtime;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Migrations.Verification;

namespace DynamoGen.Migrations.Runs;

/// <summary>
/// Runs a migration: does the work of each phase, together with any number of other processes that do the same, and goes on when it is done and every
/// process has acknowledged. It can be stopped and begun again at any time.
/// </summary>
public sealed partial class MigrationRunner
{
    private readonly MigrationParts _parts;

    internal MigrationRunner(MigrationParts parts) => _parts = parts;

    /// <summary>The migration.</summary>
    public MigrationSchema Migration => _parts.Schema;

    /// <summary>Whether the one side follows the other: the items lie in two accounts or regions, or one stands for several.</summary>
    public bool HasOutbox => _parts.Ledgers.HasOutbox;

    /// <summary>Reads how far the migration is.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MigrationProgress> GetProgressAsync(CancellationToken cancellationToken = default)
    {
        var state = await _parts.Transitions.StateAsync(cancellationToken).ConfigureAwait(false);
        var segments = await _parts.Segments.ListAsync(CopyOf(state), cancellationToken).ConfigureAwait(false);
        var (unsettled, failed) = (0L, 0L);
        for (var shard = 0; shard < LedgerKey.Shards; shard++)
        {
            string? after = null;
            while (await _parts.Ledgers.Of(state).ListAsync(shard, after, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
            {
                unsettled += page.Count;
                failed += page.Count(entry => entry.Reason is not null);
                after = page[^1].Id.Item;
            }
        }

        return new MigrationProgress(state)
        {
            Instances = await _parts.Store.ListInstancesAsync(Migration.Name, cancellationToken).ConfigureAwait(false),
            Segments = segments.Count,
            SegmentsDone = segments.Count(segment => segment.IsDone),
            Copied = segments.Sum(segment => segment.Copied),
            ShadowReads = state.Phase == MigrationPhase.ShadowRead ? await ListShadowReadsAsync(state, cancellationToken).ConfigureAwait(false) : [],
            Unsettled = unsettled,
            Failed = failed,
            ReadPace = _parts.ReadPace?.Now,
            WritePace = _parts.WritePace?.Now,
        };
    }

    /// <summary>Does the work of the phases, and goes on from each, until a phase is reached.</summary>
    /// <param name="until">The phase to stop in, whose work is done too.</param>
    /// <param name="cancellationToken">Ends the run; whoever runs it again goes on where it stopped.</param>
    /// <returns>The state that it stopped in.</returns>
    /// <exception cref="MigrationStoppedException">The phase's work came to an end that someone must look at.</exception>
    public Task<MigrationState> RunAsync(MigrationPhase until, CancellationToken cancellationToken = default) =>
        FollowingAsync(() => RunStepsAsync(until, cancellationToken), cancellationToken);

    private async Task<MigrationState> RunStepsAsync(MigrationPhase until, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await StepAsync(until, cancellationToken).ConfigureAwait(false) is { } reached)
            {
                return reached;
            }
        }
    }

    /// <summary>
    /// Compares all old and new items, while they are written. In <see cref="MigrationPhase.Settle"/>, what the ledger names differs as long as it does.
    /// </summary>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="InvalidOperationException">In the phase not both items are written, or the phase changed meanwhile.</exception>
    public Task<MigrationVerification> VerifyAsync(CancellationToken cancellationToken = default) =>
        _parts.Ledgers.HasOutbox ? FollowingAsync(() => CompareAsync(cancellationToken), cancellationToken) : CompareAsync(cancellationToken);

    private async Task<MigrationVerification> CompareAsync(CancellationToken cancellationToken)
    {
        var state = await _parts.Transitions.StateAsync(cancellationToken).ConfigureAwait(false);
        if (state.Phase is < MigrationPhase.Settle or > MigrationPhase.Cutover)
        {
            throw new InvalidOperationException($"{Migration.Name} is in {state.Phase}, in which not both items are written, so that they may differ.");
        }

        if (state.HasOutbox)
        {
            await PhaseKnownAsync(cancellationToken).ConfigureAwait(false);
        }

        return await new VerificationRun(_parts).CompareAsync(state, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{Migration.Name} left {state.Phase} while its items were compared.");
    }

    /// <summary>
    /// Goes one phase back, when every process has acknowledged the phase of now. Writes that are paused are let through again; behind cut-over with an outbox,
    /// they are paused until the old items have followed.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting; whoever goes back again goes on where it stopped.</param>
    /// <returns>The state then.</returns>
    /// <exception cref="InvalidOperationException">There is no way back from the phase.</exception>
    /// <exception cref="MigrationStoppedException">Old items cannot be made of new ones; writes are not paused any more.</exception>
    public Task<MigrationState> RollBackAsync(CancellationToken cancellationToken = default) =>
        _parts.Ledgers.HasOutbox ? FollowingAsync(() => RollBackStepsAsync(cancellationToken), cancellationToken) : RollBackStepsAsync(cancellationToken);

    private async Task<MigrationState> RollBackStepsAsync(CancellationToken cancellationToken)
    {
        var state = await _parts.Transitions.StateAsync(cancellationToken).ConfigureAwait(false);
        do
        {
            var mayGo = state is not { Phase: MigrationPhase.Cutover, WritesPaused: true, HasOutbox: true }
                || await DeliverAsync(state, cancellationToken).ConfigureAwait(false);
            state = mayGo
                ? await _parts.Transitions.RollBackAsync(state, cancellationToken).ConfigureAwait(false)
                : await _parts.Transitions.StateAsync(cancellationToken).ConfigureAwait(false);
        }
        while (state.WritesPaused);
        return state;
    }

    /// <summary>Does the work of one phase, and goes on.</summary>
    /// <returns>The state to stop in; null to go on.</returns>
    private async Task<MigrationState?> StepAsync(MigrationPhase until, CancellationToken cancellationToken)
    {
        try
        {
            var state = await _parts.Transitions.StateAsync(cancellationToken).ConfigureAwait(false);
            if (!await WorkAsync(state, cancellationToken).ConfigureAwait(false))
            {
                await Task.Delay(_parts.Options.Phases.Interval / 10, _parts.TimeProvider, cancellationToken).ConfigureAwait(false);
                return null;
            }

            if (state.Phase >= until && !state.WritesPaused)
            {
                return state;
            }

            if (state.Phase >= until && until <= MigrationPhase.ShadowRead)
            {
                // Someone was on the way to cut-over, or back from it, and has not come to its end.
                await _parts.Transitions.RollBackAsync(state, cancellationToken).ConfigureAwait(false);
                return null;
            }

            await ThrowIfShadowReadsDifferAsync(state, cancellationToken).ConfigureAwait(false);
            await _parts.Transitions.AdvanceAsync(state, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsTransient(exception) && !cancellationToken.IsCancellationRequested)
        {
            // The work goes on where it stopped; whoever waits for it sees why it takes so long.
            _parts.Logger?.WorkFailed(Migration.Name, FailureReason.Of(exception));
            await Task.Delay(_parts.Options.Phases.Interval, _parts.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Reads are answered with the new items next: so those that were compared must have come to the same.</summary>
    private async ValueTask ThrowIfShadowReadsDifferAsync(MigrationState state, CancellationToken cancellationToken)
    {
        if (state is { Phase: MigrationPhase.ShadowRead, WritesPaused: false }
            && ShadowReadGate.Obstacle(
                await ListShadowReadsAsync(state, cancellationToken).ConfigureAwait(false), _parts.Options.ShadowReads) is { } obstacle)
        {
            throw new MigrationStoppedException(Migration.Name, obstacle);
        }
    }

    private async ValueTask<IReadOnlyList<ShadowReadCount>> ListShadowReadsAsync(MigrationState state, CancellationToken cancellationToken) =>
        _parts.ShadowReads is { } reads ? await reads.ListAsync(Migration.Name, state.Version, cancellationToken).ConfigureAwait(false) : [];

    private static bool IsTransient(Exception exception) => exception
        is AmazonServiceException or AmazonClientException or BatchIncompleteException or RequestRefusedException or PhaseUnknownException
        or OutcomeUnknownException or HttpRequestException or IOException;

    /// <summary>Does what a phase has to do.</summary>
    /// <returns>Whether it is done; false where the state is another one by now.</returns>
    private async Task<bool> WorkAsync(MigrationState state, CancellationToken cancellationToken)
    {
        if (state is { HasOutbox: true, Phase: MigrationPhase.ShadowRead } or { HasOutbox: true, Phase: MigrationPhase.Cutover, WritesPaused: true })
        {
            return await DeliverAsync(state, cancellationToken).ConfigureAwait(false);
        }

        if (state.Phase is not (MigrationPhase.Expand or MigrationPhase.Backfill or MigrationPhase.Settle or MigrationPhase.Verify))
        {
            return true;
        }

        // What is done in a phase relies on that nobody is in the phase before.
        if (!await _parts.WaitForFleetAsync(state, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        return state.Phase switch
        {
            MigrationPhase.Expand => state.Attempt == 1
                || await BackfillAsync(state, BackfillKind.Purge, PurgeOf(state), cancellationToken).ConfigureAwait(false),
            MigrationPhase.Backfill => await BackfillAsync(state, BackfillKind.Copy, CopyOf(state), cancellationToken).ConfigureAwait(false),
            MigrationPhase.Verify => await new VerificationRun(_parts).RunAsync(state, cancellationToken).ConfigureAwait(false),
            _ => await new SettlementRun(_parts).RunAsync(state, cancellationToken).ConfigureAwait(false),
        };
    }

    private Task<bool> BackfillAsync(MigrationState state, BackfillKind kind, string run, CancellationToken cancellationToken) =>
        new BackfillWorker(_parts.Backfill, _parts.Segments, _parts.Ledgers.Forth, _parts.Follower, _parts.Options.Backfill, _parts.TimeProvider)
            .RunAsync(run, kind, _parts.Options.Backfill.Segments, state.Phase, _parts.Worker, cancellationToken);

    private string PurgeOf(MigrationState state) => $"{Migration.Name}#{state.Attempt}#PURGE";

    private string CopyOf(MigrationState state) => $"{Migration.Name}#{state.Attempt}#COPY";
}
