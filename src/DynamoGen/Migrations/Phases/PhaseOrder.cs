namespace DynamoGen.Migrations.Phases;

/// <summary>Which state follows which, forward and back.</summary>
internal static class PhaseOrder
{
    /// <summary>
    /// The state that follows. Without a backward function nothing keeps the old items up to date once the new ones are written alone; so writes are paused
    /// behind the shadow reads, and the next state is <see cref="MigrationPhase.Contract"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The migration is over.</exception>
    public static MigrationState After(MigrationState state, MigrationSchema migration, DateTimeOffset now) => state switch
    {
        { Phase: MigrationPhase.Done } => throw new InvalidOperationException($"{state.Migration} is done."),
        { Phase: MigrationPhase.ShadowRead, WritesPaused: false } when !migration.IsReversible =>
            state.Next(MigrationPhase.ShadowRead, now, writesPaused: true),
        { Phase: MigrationPhase.ShadowRead, WritesPaused: true } => state.Next(MigrationPhase.Contract, now),
        _ => state.Next(state.Phase + 1, now),
    };

    /// <summary>The state to go back to.</summary>
    /// <exception cref="InvalidOperationException">There is no way back.</exception>
    public static MigrationState Before(MigrationState state, DateTimeOffset now) => state switch
    {
        { WritesPaused: true } => state.Next(state.Phase, now),
        { Phase: MigrationPhase.NotStarted } => throw new InvalidOperationException($"{state.Migration} was not begun."),
        { Phase: >= MigrationPhase.Contract } => throw new InvalidOperationException(
            $"{state.Migration} cannot go back from {state.Phase}: since then, the old items do not follow the new ones any more."),
        _ => state.Next(state.Phase - 1, now),
    };
}
