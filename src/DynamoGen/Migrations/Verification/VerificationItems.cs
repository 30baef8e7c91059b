using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Verification;

/// <summary>Reads pages of old and new items by Scan, and both of a key together, on the wire's own form.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="pairs">Reads both of a key.</param>
/// <param name="migration">The migration.</param>
/// <param name="forward">Its forward function.</param>
/// <param name="pageItems">How many items are read at once.</param>
internal sealed class VerificationItems<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(
    BackfillCalls calls, IStoredPairs pairs, MigrationSchema migration, Func<TSource, TTarget> forward, int pageItems) : IVerificationItems
    where TSource : class
    where TSourceMarshaller : struct, IItemMarshaller<TSource>
    where TTarget : class
    where TTargetMarshaller : struct, IItemMarshaller<TTarget>
{
    private readonly AccessPattern _sourceScan = new($"{migration.Name}.Verify", DynamoOperation.Scan, migration.Source);
    private readonly AccessPattern _targetScan = new($"{migration.Name}.Verify", DynamoOperation.Scan, migration.Target);
    private readonly SegmentScan _sourcePages = new(calls.Source, calls.Reading, pageItems);
    private readonly SegmentScan _targetPages = new(calls.Target, calls.Reading, pageItems);
    private readonly ItemKeyReader _sourceKeys = new(migration.Source);
    private readonly ItemKeyReader _targetKeys = new(migration.Target);

    public async ValueTask<HashedPage> ReadAsync(
        VerificationSide side, int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        var reader = new PageReader(this, side);
        var (pages, pattern, entity, beginning) = side == VerificationSide.Source
            ? (_sourcePages, _sourceScan, migration.SourceEntity, migration.SourceBeginning)
            : (_targetPages, _targetScan, migration.TargetEntity, migration.TargetBeginning);
        var next = await pages.ReadAsync(pattern, entity, beginning, reader, segment, segments, position, cancellationToken).ConfigureAwait(false);
        return new HashedPage(next, [.. reader.Items.OfType<HashedItem>()], reader.Items.Count(static item => item is null));
    }

    public async ValueTask<HashedPair> ReadPairAsync(HashedItem item, CancellationToken cancellationToken)
    {
        var pair = await pairs.ReadAsync(item.Source, item.Target, cancellationToken).ConfigureAwait(false);
        return PairOf(pair.Target, pair.Source);
    }

    public Task CatchUpAsync(CancellationToken cancellationToken) => pairs.CatchUpAsync(cancellationToken);

    private HashedPair PairOf(byte[]? target, byte[]? source)
    {
        var isSource = source is not null && KnownItem.IsOf(migration.Source, migration.SourceEntity, migration.SourceBeginning, source);
        var forwarded = isSource ? OfSource(source) : null;
        var isTarget = target is not null && KnownItem.IsOf(migration.Target, migration.TargetEntity, migration.TargetBeginning, target);
        UInt128? stored = isTarget ? OfTarget(target).Content : null;
        return new HashedPair(forwarded?.Content, stored) { HasFailed = isSource && forwarded is null };
    }

    /// <summary>The new item that an old one stands for; null where there is none, for whatever reason.</summary>
    private HashedItem? OfSource(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new WireReader(json);
            return Hash(forward(reader.ReadItem<TSource, TSourceMarshaller>()), _sourceKeys.Read(json));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The caller counts it; the settlement tells the reason.
            return null;
        }
    }

    /// <summary>A new item under its stored key, with its content as this build would store it. What it cannot read counts as it is stored.</summary>
    private HashedItem OfTarget(ReadOnlySpan<byte> json)
    {
        var key = _targetKeys.Read(json);
        try
        {
            var reader = new WireReader(json);
            return Hash(reader.ReadItem<TTarget, TTargetMarshaller>(), source: null) with { Key = CanonicalItemHash.Of(key), Target = key };
        }
        catch (DynamoGenException)
        {
            return new HashedItem(CanonicalItemHash.Of(key), CanonicalItemHash.Of(json), key, Source: null);
        }
    }

    private HashedItem Hash(TTarget item, ItemKey? source)
    {
        using var writer = new WireWriter();
        writer.Item<TTarget, TTargetMarshaller>(item);
        var key = _targetKeys.Read(writer.Written.Span);
        return new HashedItem(CanonicalItemHash.Of(key), CanonicalItemHash.Of(writer.Written.Span), key, source);
    }

    private readonly struct PageReader(
        VerificationItems<TSource, TSourceMarshaller, TTarget, TTargetMarshaller> items, VerificationSide side) : IPageReader
    {
        public List<HashedItem?> Items { get; } = [];

        public void Expect(int count) => Items.EnsureCapacity(Math.Clamp(count, 0, 100_000));

        public void ReadItem(ref WireReader reader)
        {
            var json = reader.ReadObject();
            Items.Add(side == VerificationSide.Source ? items.OfSource(json) : items.OfTarget(json));
        }
    }
}
