using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.ShadowReads;

namespace DynamoGen.Migrations.Runs;

/// <summary>How far a migration is.</summary>
/// <param name="State">Its state.</param>
public sealed record MigrationProgress(MigrationState State)
{
    /// <summary>The processes that read, write or copy its items.</summary>
    public IReadOnlyList<MigrationInstance> Instances { get; init; } = [];

    /// <summary>How many parts the old items are copied in; 0 before the backfill.</summary>
    public int Segments { get; init; }

    /// <summary>How many of them are done.</summary>
    public int SegmentsDone { get; init; }

    /// <summary>How many items were copied.</summary>
    public long Copied { get; init; }

    /// <summary>How shadow reads have compared since the phase began, by access pattern; each process reports every few seconds.</summary>
    public IReadOnlyList<ShadowReadCount> ShadowReads { get; init; } = [];

    /// <summary>How many items the ledger names.</summary>
    public long Unsettled { get; init; }

    /// <summary>How many of them cannot be copied.</summary>
    public long Failed { get; init; }

    /// <summary>How fast this process may read while it copies.</summary>
    public BackfillPace? ReadPace { get; init; }

    /// <summary>How fast this process may write while it copies.</summary>
    public BackfillPace? WritePace { get; init; }
}
