namespace DynamoGen.Migrations.Phases;

/// <summary>Which state follows which, forward and back.</summary>
/// <remarks>
/// Where an outbox lies between the items, or no backward function keeps the old ones up to date, the old and the new items are not written together around
/// cut-over. Then writes are paused on both sides of it: nobody reads the ones while somebody writes the others.
/// </remarks>
internal static class PhaseOrder
{
    /// <summary>The state that follows.</summary>
    /// <exception cref="InvalidOperationException">The migration is over.</exception>
    public static MigrationState After(MigrationState state, MigrationSchema migration, DateTimeOffset now) => state switch
    {
        { Phase: MigrationPhase.Done } => throw new InvalidOperationException($"{state.Migration} is done."),
        { Phase: MigrationPhase.ShadowRead, WritesPaused: false } when state.HasOutbox || !migration.IsReversible =>
            state.Next(MigrationPhase.ShadowRead, now, writesPaused: true),
        { Phase: MigrationPhase.ShadowRead, WritesPaused: true } => state.Next(MigrationPhase.Cutover, now, writesPaused: true),
        { Phase: MigrationPhase.Cutover, WritesPaused: true } when migration.IsReversible => state.Next(MigrationPhase.Cutover, now),
        _ => state.Next(state.Phase + 1, now),
    };

    /// <summary>The state to go back to.</summary>
    /// <exception cref="InvalidOperationException">There is no way back.</exception>
    public static MigrationState Before(MigrationState state, DateTimeOffset now) => state switch
    {
        { Phase: MigrationPhase.Cutover, WritesPaused: false, HasOutbox: true } => state.Next(MigrationPhase.Cutover, now, writesPaused: true),
        { Phase: MigrationPhase.Cutover, WritesPaused: true } => state.Next(MigrationPhase.ShadowRead, now, writesPaused: true),
        { WritesPaused: true } => state.Next(state.Phase, now),
        { Phase: MigrationPhase.NotStarted } => throw new InvalidOperationException($"{state.Migration} was not begun."),
        { Phase: >= MigrationPhase.Contract } => throw new InvalidOperationException(
            $"{state.Migration} cannot go back from {state.Phase}: since then, the old items do not follow the new ones any more."),
        _ => state.Next(state.Phase - 1, now),
    };
}
