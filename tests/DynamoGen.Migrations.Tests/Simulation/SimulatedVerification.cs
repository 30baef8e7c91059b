using System.Globalization;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Verification;
using DynamoGen.Streams.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>Old and new items as one process reads them to compare them.</summary>
internal sealed class SimulatedVerification(SimulatedNetwork network, MigratedWorld world, Delivery delivery, Mutant mutant) : IVerificationItems
{
    private const int PageSize = 3;

    public async ValueTask<HashedPage> ReadAsync(
        VerificationSide side, int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        var isSource = side == VerificationSide.Source;
        var items = await network.CallAsync(
            () => (isSource ? world.Source : world.Target).PageOf(PageSize, segment, segments, position), cancellationToken).ConfigureAwait(false);
        var next = items.Count < PageSize ? null : SimulatedPages.Position(items[^1].Key);
        var fit = items.Where(item => !isSource || MigratedWorld.CanBeCopied(item.Value)).Select(item => Hashed(item.Key, item.Value, isSource)).ToList();
        return new HashedPage(next, fit, items.Count - fit.Count);
    }

    public async ValueTask<HashedPair> ReadPairAsync(HashedItem item, CancellationToken cancellationToken)
    {
        var (source, target) = (item.Source, item.Target);
        if (world.HasOutbox && source is not null && mutant != Mutant.PairNotReadAtOneMoment)
        {
            return await delivery.ReadAsync(_ => MigratedWorld.Place(KeyOf(target)), ReadApartAsync, cancellationToken).ConfigureAwait(false);
        }

        if (mutant != Mutant.PairNotReadAtOneMoment)
        {
            return await network.CallAsync(() => PairOf(source, target), cancellationToken).ConfigureAwait(false);
        }

        return await ReadApartAsync().ConfigureAwait(false);

        async ValueTask<HashedPair> ReadApartAsync()
        {
            var first = await network.CallAsync(() => PairOf(source, target), cancellationToken).ConfigureAwait(false);
            var second = await network.CallAsync(() => PairOf(source, target), cancellationToken).ConfigureAwait(false);
            return first with { Target = second.Target };
        }
    }

    public Task CatchUpAsync(CancellationToken cancellationToken) => world.HasOutbox ? delivery.SweepAsync(cancellationToken) : Task.CompletedTask;

    private HashedPair PairOf(ItemKey? source, ItemKey target)
    {
        var (old, young) = (source is { } key ? Find(world.Source, key) : null, Find(world.Target, target));
        var hasFailed = old is { } value && !MigratedWorld.CanBeCopied(value);
        return new HashedPair(hasFailed ? null : Content(MigratedWorld.Forward, old), Content(static stored => stored, young)) { HasFailed = hasFailed };
    }

    private static HashedItem Hashed(int key, long value, bool isSource)
    {
        var name = new ItemKey(key.ToString(CultureInfo.InvariantCulture), null);
        return new HashedItem(
            CanonicalItemHash.Of(name), Content(isSource ? MigratedWorld.Forward : static stored => stored, value)!.Value, name, isSource ? name : null);
    }

    private static UInt128? Content(Func<long, long> forward, long? value) => value is { } there ? unchecked((UInt128)forward(there)) : null;

    private static long? Find(IReadOnlyDictionary<int, long> items, ItemKey key) =>
        items.TryGetValue(KeyOf(key), out var value) ? value : null;

    private static int KeyOf(ItemKey key) => int.Parse(key.PartitionKey, CultureInfo.InvariantCulture);
}
