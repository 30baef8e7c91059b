using System.Collections.Concurrent;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Store;
using DynamoGen.Schema;

namespace DynamoGen.Migrations.Verification;

/// <summary>Reads pages of old and new items as the groups that they are, each told by the page that has its first item, and both sides of a group.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="delivery">Lets the one side follow the other.</param>
/// <param name="migration">The migration.</param>
/// <param name="conversion">Turns the items.</param>
/// <param name="pageItems">How many items are read at once.</param>
internal sealed class GroupVerification(
    BackfillCalls calls, Delivery delivery, MigrationSchema migration, IGroupConversion conversion, int pageItems) : IVerificationItems
{
    private const int GroupsAtOnce = 4;

    private readonly AccessPattern _sourceScan = new($"{migration.Name}.Verify", DynamoOperation.Scan, migration.Source);
    private readonly AccessPattern _targetScan = new($"{migration.Name}.Verify", DynamoOperation.Scan, migration.Target);
    private readonly SegmentScan _sourcePages = new(calls.Source, calls.Reading, pageItems);
    private readonly SegmentScan _targetPages = new(calls.Target, calls.Reading, pageItems);
    private readonly TransactedReads _targets = new(
        calls.Target, calls.Reading, new AccessPattern($"{migration.Name}.Verify", DynamoOperation.TransactGetItems, migration.Target));

    private readonly ItemKeyReader _oneKeys = new(calls.SourceItems.AreMany ? migration.Target : migration.Source);
    private readonly ItemKeyReader _targetKeys = new(migration.Target);

    public async ValueTask<HashedPage> ReadAsync(
        VerificationSide side, int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        var isSource = side == VerificationSide.Source;
        var (pages, pattern, items) = isSource ? (_sourcePages, _sourceScan, calls.SourceItems) : (_targetPages, _targetScan, calls.TargetItems);
        var reader = new ItemPageReader(items.Entity);
        var next = await pages.ReadAsync(
            pattern, items.Entity, items.Beginning, reader, segment, segments, position, cancellationToken).ConfigureAwait(false);
        var (hashed, failed) = (new ConcurrentBag<HashedItem>(), 0);
        var groups = FoundGroup.In(reader.Items, isSource ? conversion.GroupOfSource : conversion.GroupOfTarget, Fail);
        await Lanes.RunAsync(groups, GroupsAtOnce, async found =>
        {
            var all = items.AreMany ? await calls.QueryAsync(items, found.Group, cancellationToken).ConfigureAwait(false) : found.Items;
            if (items.AreMany && !found.Has(items.Table, all))
            {
                return;
            }

            if ((isSource ? OfSources(all) : OfTargets(all)) is { } content)
            {
                hashed.Add(Hashed(found.Group, content, isSource));
            }
            else
            {
                Interlocked.Increment(ref failed);
            }
        }).ConfigureAwait(false);
        return new HashedPage(next, [.. hashed], failed);

        void Fail(Dictionary<string, AttributeValue> item, Exception exception)
        {
            if (isSource)
            {
                Interlocked.Increment(ref failed);
            }
            else
            {
                // What is of no group that this build knows stands for no old item.
                var json = ItemJson.Of(item);
                var key = _targetKeys.Read(json);
                hashed.Add(new HashedItem(CanonicalItemHash.Of(key), CanonicalItemHash.Of(json), key, Source: null));
            }
        }
    }

    public async ValueTask<HashedPair> ReadPairAsync(HashedItem item, CancellationToken cancellationToken)
    {
        if (item.Group is not { } group)
        {
            var json = (await _targets.ReadAsync([(migration.Target, item.Target)], cancellationToken).ConfigureAwait(false))[0];
            return new HashedPair(null, json is null ? null : CanonicalItemHash.Of(json));
        }

        if (item.Source is null)
        {
            return new HashedPair(null, OfTargets(await ReadAsync(calls.TargetItems, group, cancellationToken).ConfigureAwait(false)));
        }

        var (sources, targets) = await delivery.ReadAsync(
            state => LedgerKey.Of(state.ReadsTarget ? OutboxLedger.WayBack(migration.Name) : migration.Name, group.Key),
            async () => (
                await ReadAsync(calls.SourceItems, group, cancellationToken).ConfigureAwait(false),
                await ReadAsync(calls.TargetItems, group, cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        var forwarded = sources.Count == 0 ? null : OfSources(sources);
        return new HashedPair(forwarded, OfTargets(targets)) { HasFailed = sources.Count > 0 && forwarded is null };
    }

    public Task CatchUpAsync(CancellationToken cancellationToken) => delivery.SweepAsync(cancellationToken);

    private HashedItem Hashed(ItemGroup group, UInt128 content, bool isSource)
    {
        var key = _oneKeys.Read(group.Key);
        return new HashedItem(CanonicalItemHash.Of(key), content, key, isSource ? key : null) { Group = group };
    }

    private async ValueTask<IReadOnlyList<Dictionary<string, AttributeValue>>> ReadAsync(
        MigratedItems items, ItemGroup group, CancellationToken cancellationToken)
    {
        if (items.AreMany)
        {
            return await calls.QueryAsync(items, group, cancellationToken).ConfigureAwait(false);
        }

        return await items.FindAsync(group.KeyAttributes(items.Entity), cancellationToken).ConfigureAwait(false) is { } one ? [one] : [];
    }

    /// <summary>The hash of the new items that old ones stand for; null where they cannot be turned into any. The settlement tells the reason.</summary>
    private UInt128? OfSources(IReadOnlyList<Dictionary<string, AttributeValue>> items)
    {
        try
        {
            return CanonicalItemHash.SumOf(conversion.Forward(items).Select(static item => item.Json));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The hash of new items; null where there are none. What this build cannot read counts as it is stored.</summary>
    private UInt128? OfTargets(IReadOnlyList<Dictionary<string, AttributeValue>> items) =>
        items.Count == 0 ? null : CanonicalItemHash.SumOf(items.Select(OfTarget));

    private byte[] OfTarget(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return conversion.Renew(item).Json;
        }
        catch (DynamoGenException)
        {
            return ItemJson.Of(item);
        }
    }
}
