namespace DynamoGen.Migrations.Estimates;

/// <summary>What the copying of a migration will take, from a sample of the old table and from what DynamoDB says of its size.</summary>
/// <param name="Migration">The migration's name.</param>
public sealed record MigrationEstimate(string Migration)
{
    /// <summary>
    /// Whether the sample was the whole table, so that nothing is estimated. Else the table's size is that of DescribeTable, which is up to six hours old.
    /// </summary>
    public bool IsExact { get; init; }

    /// <summary>How many items the table of the old items has, those of other entities among them.</summary>
    public long TableItems { get; init; }

    /// <summary>Their bytes.</summary>
    public long TableBytes { get; init; }

    /// <summary>How many old items there are.</summary>
    public long Items { get; init; }

    /// <summary>How far <see cref="Items"/> may be off, up or down, with a probability of 95 %.</summary>
    public long ItemsMargin { get; init; }

    /// <summary>The bytes of the old items.</summary>
    public long Bytes { get; init; }

    /// <summary>The read units of the copying: one for each 4 KB of the table, which is read whole and strongly consistently. Several
    /// items that stand for one are read twice.</summary>
    public double ReadUnits { get; init; }

    /// <summary>The write units of the copying: one for each begun KB of a new item, and of its copy in each index that holds it.</summary>
    public double WriteUnits { get; init; }

    /// <summary>How far <see cref="WriteUnits"/> may be off, up or down, with a probability of 95 %.</summary>
    public double WriteUnitsMargin { get; init; }

    /// <summary>What becomes dearer for the application while the migration runs; null where no sampled item could be converted.</summary>
    public WriteOverhead? Overhead { get; init; }

    /// <summary>The price of the copying in USD, on demand.</summary>
    public decimal Price { get; init; }

    /// <summary>How far <see cref="Price"/> may be off for that of the writes, up or down, with a probability of 95 %.</summary>
    public decimal PriceMargin { get; init; }

    /// <summary>
    /// How long the copying takes at the pace that the migration's options allow; null where they set none, because it then takes what DynamoDB lets
    /// through. Where they bound reads or writes alone, it takes this long at least.
    /// </summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>
    /// How many segments to copy in: a power of two near one for each 100,000 items, at least 64. A migration that has begun keeps those it has.
    /// </summary>
    public int RecommendedSegments { get; init; }

    /// <summary>How many items of the table were sampled.</summary>
    public int SampledItems { get; init; }

    /// <summary>How many of them are old items of the migration.</summary>
    public int SampledSourceItems { get; init; }

    /// <summary>Why sampled old items cannot be copied, the most frequent reason first.</summary>
    public IReadOnlyList<SampledFailure> Failures { get; init; } = [];

    /// <summary>
    /// How many sampled old items, or groups of them, give a new key that another one of them gives too: only one of those would be left.
    /// </summary>
    public int Collisions { get; init; }
}

/// <summary>
/// What the writes of the application cost while the migration runs, as a factor of what they cost before, in write units. It is that of a write which
/// replaces an item, with all of its copies in indexes.
/// </summary>
/// <param name="Ledger">In the phases Expand and Backfill: the old item and its entry in the ledger, in a transaction.</param>
/// <param name="Settle">In the phase Settle: both items and a look at the ledger.</param>
/// <param name="Both">
/// From Verify to Cutover: both items, in a transaction. Where they are not written together, in Settle too: the one with its entry in the ledger, and the
/// delivery of the other one, or of the several that it stands for, which takes three reads beside.
/// </param>
public sealed record WriteOverhead(double Ledger, double Settle, double Both);

/// <summary>Why old items cannot be copied.</summary>
/// <param name="Reason">The exception's type, with its message only where that is known to hold no value.</param>
/// <param name="Count">How many of the sampled items.</param>
public sealed record SampledFailure(string Reason, int Count);
