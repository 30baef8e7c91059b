namespace DynamoGen.Migrations.Phases;

/// <summary>Tells what is written in each phase.</summary>
internal static class PhasePlans
{
    public static WritePlan Writes(this MigrationState state) => state.Phase switch
    {
        MigrationPhase.NotStarted => WritePlan.Source,
        MigrationPhase.Expand or MigrationPhase.Backfill or MigrationPhase.Drain => WritePlan.SourceAndLedger,
        MigrationPhase.Settle => state.HasOutbox ? WritePlan.SourceAndLedger : WritePlan.BothIfSettled,
        MigrationPhase.Verify or MigrationPhase.ShadowRead => state.HasOutbox ? WritePlan.SourceAndLedger : WritePlan.Both,
        MigrationPhase.Cutover => state.HasOutbox ? WritePlan.TargetAndLedger : WritePlan.Both,
        _ => WritePlan.Target,
    };
}
