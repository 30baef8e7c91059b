namespace DynamoGen.Migrations.Backfill;

/// <summary>What a run over segments does.</summary>
internal enum BackfillKind
{
    /// <summary>It deletes what an earlier attempt has left at the target.</summary>
    Purge,

    /// <summary>It copies the old items.</summary>
    Copy,

    /// <summary>It settles what the ledger names.</summary>
    Settle,
}
