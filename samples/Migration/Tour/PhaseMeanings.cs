using DynamoGen.Migrations;

namespace MovingOrders.Tour;

/// <summary>What a phase means, in one sentence.</summary>
internal static class PhaseMeanings
{
    public static string Of(MigrationPhase phase) => phase switch
    {
        MigrationPhase.NotStarted => "Old orders are written and read; nothing is known of new ones.",
        MigrationPhase.Expand => "Each write of an old order leaves an entry in the ledger, in one transaction.",
        MigrationPhase.Backfill => "All old orders are copied; the ledger names those that are written meanwhile.",
        MigrationPhase.Drain => "Every copy that is under way arrives or is given up.",
        MigrationPhase.Settle => "New orders are written with the old ones, or follow them to another place, and what the ledger names is brought up to date.",
        MigrationPhase.Verify => "All old and new orders are compared while they are written.",
        MigrationPhase.ShadowRead => "Reads are made of both tables; the old orders are answered with, and what differs is counted.",
        MigrationPhase.Cutover => "Both are written, and the new orders read; there is still a way back.",
        MigrationPhase.Contract => "New orders alone are written and read; there is no way back.",
        MigrationPhase.Done => "The migration is over; the old table can go.",
        _ => phase.ToString(),
    };
}
