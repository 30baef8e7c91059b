using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Store;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Migrations.Runs;

/// <summary>What a migration is run with in one process.</summary>
internal sealed record MigrationParts(
    string Worker,
    ItemMigration Items,
    MigrationOptions Options,
    IMigrationStore Store,
    ISegmentStore Segments,
    ILedger Ledger,
    IBackfillItems Backfill,
    PhaseFollower Follower,
    TimeProvider TimeProvider,
    ILogger? Logger = null)
{
    public MigrationSchema Schema => Items.Schema;

    public PhaseTransitions Transitions => new(Store, Fleet, Schema, TimeProvider);

    public Settlement Settlement => new(Ledger, Items.Forward);

    private Fleet Fleet { get; } = new(Store, Options.Phases, TimeProvider);

    /// <summary>Waits until every process has acknowledged a state.</summary>
    /// <returns>False where the state is another one by now.</returns>
    public ValueTask<bool> WaitForFleetAsync(MigrationState state, CancellationToken cancellationToken) => Fleet.WaitAsync(state, cancellationToken);
}
