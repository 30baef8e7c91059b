using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Migrations.Store;
using DynamoGen.Migrations.Verification;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Migrations.Runs;

/// <summary>What a migration is run with in one process.</summary>
internal sealed record MigrationParts(
    string Worker,
    ItemMigration Items,
    MigrationOptions Options,
    IMigrationStore Store,
    ISegmentStore Segments,
    MigrationLedgers Ledgers,
    IBackfillItems Backfill,
    IVerificationItems Verification,
    PhaseFollower Follower,
    TimeProvider TimeProvider,
    ILogger? Logger = null,
    DynamoGenTelemetry? Telemetry = null)
{
    /// <summary>How the items lie.</summary>
    public required Placement Placement { get; init; }

    /// <summary>Keeps what shadow reads have come to; null where nobody reads.</summary>
    public IShadowReadStore? ShadowReads { get; init; }

    /// <summary>Reads samples of the old table.</summary>
    public TableSampler? Sampler { get; init; }

    /// <summary>The old items.</summary>
    public MigratedItems? SourceItems { get; init; }

    /// <summary>The pace of the backfill's reads in this process.</summary>
    public CapacityPace? ReadPace { get; init; }

    /// <summary>The pace of its writes.</summary>
    public CapacityPace? WritePace { get; init; }

    public MigrationSchema Schema => Items.Schema;

    public PhaseTransitions Transitions => new(Store, Fleet, Schema, Placement, TimeProvider);

    private Fleet Fleet { get; } = new(Store, Options.Phases, TimeProvider);

    /// <summary>Waits until every process has acknowledged a state.</summary>
    /// <returns>False where the state is another one by now.</returns>
    public ValueTask<bool> WaitForFleetAsync(MigrationState state, CancellationToken cancellationToken) => Fleet.WaitAsync(state, cancellationToken);
}
