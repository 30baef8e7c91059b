namespace DynamoGen.Migrations.Phases;

/// <summary>Tells what is read and written in each phase.</summary>
internal static class PhasePlans
{
    public static WritePlan Writes(this MigrationPhase phase) => phase switch
    {
        MigrationPhase.NotStarted => WritePlan.Source,
        MigrationPhase.Expand or MigrationPhase.Backfill or MigrationPhase.Drain => WritePlan.SourceAndLedger,
        MigrationPhase.Settle => WritePlan.BothIfSettled,
        MigrationPhase.Verify or MigrationPhase.ShadowRead or MigrationPhase.Cutover => WritePlan.Both,
        _ => WritePlan.Target,
    };
}
