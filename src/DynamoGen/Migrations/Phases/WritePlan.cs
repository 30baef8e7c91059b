namespace DynamoGen.Migrations.Phases;

/// <summary>What a write of an item writes in a phase.</summary>
internal enum WritePlan
{
    /// <summary>The old item alone.</summary>
    Source,

    /// <summary>The old item, and its entry in the ledger.</summary>
    SourceAndLedger,

    /// <summary>The new item, and its entry in the ledger that the old items follow by.</summary>
    TargetAndLedger,

    /// <summary>Both items, if the ledger does not name the item: else it is brought up to date before.</summary>
    BothIfSettled,

    /// <summary>Both items.</summary>
    Both,

    /// <summary>The new item alone.</summary>
    Target,
}
