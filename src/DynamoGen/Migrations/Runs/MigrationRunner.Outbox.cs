namespace DynamoGen.Migrations.Runs;

/// <content>What follows from another account or region.</content>
public sealed partial class MigrationRunner
{
    /// <summary>Brings all up to date that is behind. Where writes are paused, nothing is behind any more then.</summary>
    /// <returns>Whether it is done; false where the state is another one by now.</returns>
    /// <exception cref="MigrationStoppedException">Items cannot be copied; writes are not paused any more.</exception>
    private async Task<bool> DeliverAsync(MigrationState state, CancellationToken cancellationToken)
    {
        await PhaseKnownAsync(cancellationToken).ConfigureAwait(false);
        if (!await _parts.WaitForFleetAsync(state, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        try
        {
            return await new SettlementRun(_parts).RunAsync(state, cancellationToken).ConfigureAwait(false);
        }
        catch (MigrationStoppedException) when (state.WritesPaused)
        {
            // Someone must look at the items, which may take long: until then, the side that leads goes on.
            await (state.ReadsTarget
                ? _parts.Transitions.AdvanceAsync(state, cancellationToken)
                : _parts.Transitions.RollBackAsync(state, cancellationToken)).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until this process has read the phase.</summary>
    private async ValueTask PhaseKnownAsync(CancellationToken cancellationToken)
    {
        while (_parts.Follower.Current is null)
        {
            await Task.Delay(_parts.Options.Phases.Interval / 10, _parts.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
