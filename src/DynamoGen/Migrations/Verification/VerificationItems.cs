using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Migrations.Verification;

/// <summary>Reads pages of old and new items by Scan, and both of a key by TransactGetItems, on the wire's own form.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="migration">The migration.</param>
/// <param name="forward">Its forward function.</param>
/// <param name="pageItems">How many items are read at once.</param>
internal sealed class VerificationItems<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(
    BackfillCalls calls, MigrationSchema migration, Func<TSource, TTarget> forward, int pageItems) : IVerificationItems
    where TSource : class
    where TSourceMarshaller : struct, IItemMarshaller<TSource>
    where TTarget : class
    where TTargetMarshaller : struct, IItemMarshaller<TTarget>
{
    private readonly AccessPattern _sourceScan = new($"{migration.Name}.Verify", DynamoOperation.Scan, migration.Source);
    private readonly AccessPattern _targetScan = new($"{migration.Name}.Verify", DynamoOperation.Scan, migration.Target);
    private readonly AccessPattern _pair = new($"{migration.Name}.Verify", DynamoOperation.TransactGetItems, migration.Target);
    private readonly SegmentScan _pages = new(calls, pageItems);
    private readonly ItemKeyReader _sourceKeys = new(migration.Source);
    private readonly ItemKeyReader _targetKeys = new(migration.Target);

    public async ValueTask<HashedPage> ReadAsync(
        VerificationSide side, int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        var reader = new PageReader(this, side);
        var (pattern, entity, beginning) = side == VerificationSide.Source
            ? (_sourceScan, migration.SourceEntity, migration.SourceBeginning)
            : (_targetScan, migration.TargetEntity, migration.TargetBeginning);
        var next = await _pages.ReadAsync(pattern, entity, beginning, reader, segment, segments, position, cancellationToken).ConfigureAwait(false);
        return new HashedPage(next, [.. reader.Items.OfType<HashedItem>()], reader.Items.Count(static item => item is null));
    }

    public async ValueTask<HashedPair> ReadPairAsync(ItemKey? source, ItemKey target, CancellationToken cancellationToken)
    {
        await calls.Reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        var table = calls.Sender.TableName(migration.Target);
        using var call = calls.Sender.Start(_pair, table);
        using var writer = new WireWriter();
        writer.Raw("{\"ReturnConsumedCapacity\":\"TOTAL\",\"TransactItems\":["u8);
        Get(writer, migration.Target, target);
        if (source is { } key)
        {
            writer.Raw(","u8);
            Get(writer, migration.Source, key);
        }

        writer.Raw("]}"u8);
        try
        {
            using var response = await calls.Sender.SendAsync(call, _pair, table, writer, items: 2, cancellationToken).ConfigureAwait(false);
            var (items, capacity) = TransactGetResponse.Read(response.Body.Span);
            call.Received(response, items.Count(static item => item is not null), capacity);
            calls.Reading.Charge(capacity.Units);
            return PairOf(items[0], source is null ? null : items[1]);
        }
        catch (Exception exception)
        {
            if (exception is ThrottledException)
            {
                calls.Reading.Throttled();
            }

            call.Failed(exception);
            throw;
        }
    }

    private void Get(WireWriter writer, TableSchema table, ItemKey key)
    {
        writer.Raw("{\"Get\":{\"TableName\":\""u8);
        writer.Text(calls.Sender.TableName(table));
        writer.Raw("\",\"Key\":"u8);
        writer.Key(table, key);
        writer.Raw("}}"u8);
    }

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
