using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Streams.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>Makes the processes that take part, each with a network and a clock of its own.</summary>
/// <param name="scheduler">The virtual time.</param>
/// <param name="world">What they share.</param>
/// <param name="mutant">The fault that they have.</param>
/// <param name="isReversible">Whether the migration has a backward function.</param>
/// <param name="lost">The share of answers that are lost.</param>
internal sealed class SimulatedFleet(VirtualScheduler scheduler, MigratedWorld world, Mutant mutant, bool isReversible, double lost)
{
    private readonly SimulatedSegmentTable _segments = new();
    private readonly SimulatedItems _items = new(isReversible);

    /// <summary>A process under a name of its own, and what it runs the migration with.</summary>
    public (SimulatedProcess Process, SimulatedNetwork Network, MigrationParts Parts) Start(string name, Action<MigrationOptions>? configure = null)
    {
        var process = new SimulatedProcess(name);
        var network = new SimulatedNetwork(scheduler, process, lost);
        var options = Options();
        configure?.Invoke(options);
        return (process, network, Parts(network, Clock(process), options));
    }

    private VirtualTimeProvider Clock(SimulatedProcess process) =>
        new(scheduler, process, scheduler.Milliseconds(-3_600_000, 3_600_000), 0.98 + (scheduler.Random.NextDouble() * 0.04));

    private MigrationParts Parts(SimulatedNetwork network, TimeProvider clock, MigrationOptions options)
    {
        var store = new SimulatedMigrationStore(network, world, mutant);
        var placement = new Placement(world.HasOutbox, world.HasOutbox);
        var follower = new PhaseFollower(store, MigratedWorld.Migration, network.Process.Name, options.Phases, placement, clock);
        var ledgers = new MigrationLedgers(
            new SimulatedLedger(network, world, isBack: false),
            new LedgerConversion(_items.Forward),
            world.HasOutbox ? new SimulatedLedger(network, world, isBack: true) : null,
            new LedgerConversion(_items.Backward));
        return new MigrationParts(
            network.Process.Name,
            _items,
            options,
            store,
            new SimulatedSegmentStore(network, _segments),
            ledgers,
            new SimulatedBackfill(network, world, follower, mutant),
            new SimulatedVerification(network, world, new Delivery(follower, ledgers), mutant),
            follower,
            clock)
        {
            Placement = placement,
        };
    }

    /// <summary>Requests are late by up to 8 seconds in all, which is the drain; clocks run up to 4 percent apart, which the lease has to spare.</summary>
    private static MigrationOptions Options()
    {
        var options = new MigrationOptions();
        options.Phases.Interval = TimeSpan.FromSeconds(2);
        options.Phases.Lease = TimeSpan.FromSeconds(10);
        options.Phases.Drain = TimeSpan.FromSeconds(10);
        options.Backfill.Segments = 3;
        options.Backfill.Concurrency = 2;
        options.Backfill.SegmentLease = TimeSpan.FromSeconds(2);
        options.Verification.Segments = 2;
        options.Verification.Buckets = 8;
        options.Verification.MostHeld = 12;
        return options;
    }
}
