using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Phases;

/// <summary>Moves a migration from phase to phase: forward, or back, one at a time.</summary>
/// <param name="store">Keeps the state.</param>
/// <param name="fleet">The processes that must have acknowledged the state before it is left.</param>
/// <param name="migration">The migration.</param>
/// <param name="placement">How the items lie.</param>
/// <param name="timeProvider">Tells when a phase began.</param>
internal sealed class PhaseTransitions(IMigrationStore store, Fleet fleet, MigrationSchema migration, Placement placement, TimeProvider timeProvider)
{
    /// <summary>The state now.</summary>
    public async ValueTask<MigrationState> StateAsync(CancellationToken cancellationToken) =>
        await store.FindStateAsync(migration.Name, cancellationToken).ConfigureAwait(false) ?? new MigrationState(migration.Name);

    /// <summary>Goes on from a state, when every process has acknowledged it.</summary>
    /// <param name="seen">The state.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The state as it is then: the next one, unless another process moved it elsewhere meanwhile.</returns>
    public async ValueTask<MigrationState> AdvanceAsync(MigrationState seen, CancellationToken cancellationToken)
    {
        var begun = seen.Phase == MigrationPhase.NotStarted ? seen with { HasOutbox = placement.HasOutbox, LieApart = placement.LieApart } : seen;
        return await MoveAsync(seen, PhaseOrder.After(begun, migration, timeProvider.GetUtcNow()), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes back from a state, when every process has acknowledged it.</summary>
    /// <inheritdoc cref="AdvanceAsync"/>
    public async ValueTask<MigrationState> RollBackAsync(MigrationState seen, CancellationToken cancellationToken)
    {
        return await MoveAsync(seen, PhaseOrder.Before(seen, timeProvider.GetUtcNow()), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<MigrationState> MoveAsync(MigrationState seen, MigrationState next, CancellationToken cancellationToken) =>
        await fleet.WaitAsync(seen, cancellationToken).ConfigureAwait(false) && await store.ReplaceStateAsync(next, cancellationToken).ConfigureAwait(false)
            ? next
            : await StateAsync(cancellationToken).ConfigureAwait(false);
}
