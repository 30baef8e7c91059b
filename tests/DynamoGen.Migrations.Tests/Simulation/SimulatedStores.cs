using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Store;
using DynamoGen.Streams.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>The migration's state and register as one process reaches them.</summary>
internal sealed class SimulatedMigrationStore(SimulatedNetwork network, MigratedWorld world, Mutant mutant) : IMigrationStore
{
    public ValueTask<MigrationState?> FindStateAsync(string migration, CancellationToken cancellationToken) =>
        network.CallAsync(() => world.State.Version == 0 ? null : Seen(world.State), cancellationToken);

    public ValueTask<bool> ReplaceStateAsync(MigrationState next, CancellationToken cancellationToken) =>
        network.CallAsync(() => world.Replace(next), cancellationToken);

    public ValueTask<IReadOnlyList<MigrationInstance>> ListInstancesAsync(string migration, CancellationToken cancellationToken) =>
        network.CallAsync(() => mutant == Mutant.AdvancedWithoutAcknowledgement ? [] : world.Instances, cancellationToken);

    public ValueTask<bool> ReplaceInstanceAsync(MigrationInstance next, CancellationToken cancellationToken) =>
        network.CallAsync(() => world.Replace(next), cancellationToken);

    public ValueTask<bool> RemoveInstanceAsync(MigrationInstance seen, CancellationToken cancellationToken) =>
        network.CallAsync(() => world.Remove(seen), cancellationToken);

    private MigrationState Seen(MigrationState state) =>
        mutant == Mutant.WrittenDuringThePause && network.Process.Name.StartsWith("client", StringComparison.Ordinal) ? state with { WritesPaused = false }
        : state;
}

/// <summary>A ledger as one process reaches it: that of the old items, or of the new ones.</summary>
internal sealed class SimulatedLedger(SimulatedNetwork network, MigratedWorld world, bool isBack) : ILedger
{
    public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(int shard, string? after, CancellationToken cancellationToken) =>
        network.CallAsync(() => world.List(isBack, shard, after), cancellationToken);

    public ValueTask<LedgerEntry?> FindAsync(LedgerKey key, CancellationToken cancellationToken) =>
        network.CallAsync(() => world.Find(isBack, KeyOf(key)), cancellationToken);

    public async ValueTask AddAsync(LedgerEntry entry, CancellationToken cancellationToken) => await network.CallAsync(
        () =>
        {
            world.AddToLedger(MigratedWorld.KeyOf(entry.Source));
            return true;
        },
        cancellationToken);

    public async ValueTask ExplainAsync(LedgerEntry entry, string reason, CancellationToken cancellationToken) =>
        await network.CallAsync(() => true, cancellationToken);

    public ValueTask<long> CountDeliveriesAsync(LedgerKey key, CancellationToken cancellationToken) =>
        network.CallAsync(() => world.CountDeliveries(isBack, KeyOf(key)), cancellationToken);

    public async ValueTask<NamedItems> FindSourceAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var key = MigratedWorld.KeyOf(entry.Source);
        var delivery = world.HasOutbox ? await CountDeliveriesAsync(entry.Id, cancellationToken) : 0;
        var item = await network.CallAsync(
            () => (isBack ? world.Target : world.Source).TryGetValue(key, out var value) ? SimulatedItems.Item(key, value) : null, cancellationToken);
        return new NamedItems(item is null ? [] : [item], delivery);
    }

    public async ValueTask<bool> SettleAsync(
        LedgerEntry entry,
        NamedItems source,
        IReadOnlyList<Dictionary<string, AttributeValue>> targets,
        Action throwIfExpired,
        CancellationToken cancellationToken)
    {
        long? value = targets.Count == 0 ? null : SimulatedItems.ValueOf(targets[0]);
        throwIfExpired();
        if (!world.HasOutbox)
        {
            return await network.CallAsync(() => world.Settle(entry, value), cancellationToken);
        }

        return await network.CallAsync(() => world.Deliver(isBack, entry, source.Delivery, value), cancellationToken)
            && await network.CallAsync(() => world.TakeAway(isBack, entry), cancellationToken);
    }

    private static int KeyOf(LedgerKey key) => int.Parse(key.Item, CultureInfo.InvariantCulture);
}

/// <summary>The segments of all runs.</summary>
internal sealed class SimulatedSegmentTable
{
    public SortedDictionary<(string Run, int Number), Segment> Segments { get; } = [];

    public bool Replace(Segment next)
    {
        var stored = Segments[(next.Run, next.Number)];
        if (stored.Counter == next.Counter - 1)
        {
            Segments[(next.Run, next.Number)] = stored = next;
        }

        return stored == next;
    }
}

/// <summary>The segments as one process reaches them.</summary>
internal sealed class SimulatedSegmentStore(SimulatedNetwork network, SimulatedSegmentTable table) : ISegmentStore
{
    public ValueTask<IReadOnlyList<Segment>> ListAsync(string run, CancellationToken cancellationToken) => network.CallAsync(
        IReadOnlyList<Segment> () => [.. table.Segments.Values.Where(segment => segment.Run == run)], cancellationToken);

    public async ValueTask AddAsync(string run, int count, CancellationToken cancellationToken) => await network.CallAsync(
        () => Enumerable.Range(0, count).Count(number => table.Segments.TryAdd((run, number), new Segment(run, number))), cancellationToken);

    public ValueTask<bool> ReplaceAsync(Segment next, CancellationToken cancellationToken) =>
        network.CallAsync(() => table.Replace(next), cancellationToken);
}
