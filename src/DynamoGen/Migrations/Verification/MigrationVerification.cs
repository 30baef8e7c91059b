namespace DynamoGen.Migrations.Verification;

/// <summary>What a comparison of all old and new items of a migration has found.</summary>
/// <param name="Phase">The phase in which it was made.</param>
public sealed record MigrationVerification(MigrationPhase Phase)
{
    /// <summary>How many differences are told as examples: 20.</summary>
    public const int MostExamples = 20;

    /// <summary>How many old items were read.</summary>
    public long OldItems { get; init; }

    /// <summary>How many new items were read.</summary>
    public long NewItems { get; init; }

    /// <summary>How many of the old items cannot be turned into new ones.</summary>
    public long Failed { get; init; }

    /// <summary>How many parts of the keys differed at first, because of real differences or of writes meanwhile.</summary>
    public int DifferingBuckets { get; init; }

    /// <summary>How many old items have no new one.</summary>
    public long Lost { get; init; }

    /// <summary>How many new items are other ones than their old items stand for.</summary>
    public long Stale { get; init; }

    /// <summary>How many new items have no old one.</summary>
    public long Resurrected { get; init; }

    /// <summary>Up to <see cref="MostExamples"/> of the differences.</summary>
    public IReadOnlyList<MigrationDifference> Examples { get; init; } = [];

    /// <summary>Whether every old item has the new one that it stands for, and there is no other one.</summary>
    public bool Agrees => Failed + Lost + Stale + Resurrected == 0;
}

/// <summary>An old and a new item that differ.</summary>
/// <param name="Kind">How they differ.</param>
/// <param name="KeyHash">The hash of the new item's key, in 32 hexadecimal digits.</param>
public sealed record MigrationDifference(MigrationDifferenceKind Kind, string KeyHash);

/// <summary>How an old and a new item differ.</summary>
public enum MigrationDifferenceKind
{
    /// <summary>There is no new item.</summary>
    Lost,

    /// <summary>The new item is another one.</summary>
    Stale,

    /// <summary>There is no old item.</summary>
    Resurrected,
}
