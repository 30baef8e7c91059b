namespace DynamoGen.Migrations.Sessions;

/// <summary>What a write of an item writes in a phase.</summary>
internal enum WritePlan
{
    /// <summary>The old item alone.</summary>
    Source,

    /// <summary>The old item, and its entry in the ledger.</summary>
    SourceAndLedger,

    /// <summary>Both items, if the ledger does not name the item: else it is brought up to date before.</summary>
    BothIfSettled,

    /// <summary>Both items.</summary>
    Both,

    /// <summary>The new item alone.</summary>
    Target,
}

/// <summary>Tells what is read and written in each phase.</summary>
internal static class PhasePlans
{
    public static WritePlan Writes(this MigrationPhase phase) => phase switch
    {
        MigrationPhase.NotStarted => WritePlan.Source,
        MigrationPhase.Expand or MigrationPhase.Backfill => WritePlan.SourceAndLedger,
        MigrationPhase.Settle => WritePlan.BothIfSettled,
        MigrationPhase.Verify or MigrationPhase.ShadowRead or MigrationPhase.Cutover => WritePlan.Both,
        _ => WritePlan.Target,
    };
}
