namespace DynamoGen.Migrations;

/// <summary>How far a migration is. Each phase can be gone back from until <see cref="Contract"/>.</summary>
/// <remarks>
/// While two phases meet, as they do until every instance has heard of the next one, both are right beside each other; the phase after that begins
/// only when every instance has acknowledged.
/// </remarks>
public enum MigrationPhase
{
    /// <summary>The old items are written and read; nothing is known of the new ones.</summary>
    NotStarted,

    /// <summary>The old items are written and read, and the ledger says which of them have changed.</summary>
    Expand,

    /// <summary>As <see cref="Expand"/>, while the old items are copied to where the new ones belong.</summary>
    Backfill,

    /// <summary>As <see cref="Expand"/>, until no copy is under way any more. Settled items would else be overwritten by a worker that is late.</summary>
    Drain,

    /// <summary>Both are written in one transaction and the old ones read, while what the ledger names is brought up to date.</summary>
    Settle,

    /// <summary>Both are written in one transaction and the old ones read, while all of both are compared.</summary>
    Verify,

    /// <summary>Both are written in one transaction and both read; the old ones are answered with, and what differs is counted.</summary>
    ShadowRead,

    /// <summary>Both are written in one transaction, and the new ones read.</summary>
    Cutover,

    /// <summary>The new items are written and read. There is no way back.</summary>
    Contract,

    /// <summary>The migration is over; the old items can go.</summary>
    Done,
}
