using DynamoGen.Calls;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Uniqueness;

/// <summary>
/// Sets the markers of one entity's unique values right: releases those whose item does not have the value, then claims those that are missing. Each
/// is done in one transaction with a check that the item is still as it was read, so that it can run beside writers.
/// </summary>
internal sealed class UniqueRepairing<TEntity, TMarshaller>(
    string tableName,
    Scans scans,
    ItemReads reads,
    TransactionSender transactions,
    TimeProvider timeProvider,
    AccessPattern pattern,
    Func<TEntity, UniqueValue[]> values,
    IReadOnlyList<string> attributes)
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    private readonly AccessPattern _get = pattern with { Operation = DynamoOperation.GetItem };
    private readonly ItemKeyReader _keys = new(pattern.Table);
    private readonly List<UniqueDuplicate> _duplicates = [];
    private int _claimed;
    private int _released;

    public async ValueTask<UniqueRepair> RunAsync(int segments, CancellationToken cancellationToken)
    {
        var markers = scans.ScanEntityAsync<StoredMarker, StoredMarkerReader<TEntity, TMarshaller>>(pattern, segments, consistentRead: true, cancellationToken);
        await foreach (var marker in markers.ConfigureAwait(false))
        {
            await ReleaseOrphanAsync(marker, cancellationToken).ConfigureAwait(false);
        }

        var items = scans.ScanEntityAsync<StoredItem<TEntity>, StoredItemReader<TEntity, TMarshaller>>(pattern, segments, consistentRead: true, cancellationToken);
        await foreach (var item in items.ConfigureAwait(false))
        {
            foreach (var value in values(item.Entity).Where(value => value.PartitionKey is not null))
            {
                await ClaimMissingAsync(item, value, cancellationToken).ConfigureAwait(false);
            }
        }

        return new UniqueRepair(_claimed, _released, _duplicates);
    }

    private async ValueTask ReleaseOrphanAsync(StoredMarker marker, CancellationToken cancellationToken)
    {
        var key = _keys.Read(marker.Json).PartitionKey;
        var owner = await reads.GetItemAsync<StoredItem<TEntity>, StoredItemReader<TEntity, TMarshaller>, StoredKeyRequest>(
            _get, new StoredKeyRequest(marker.Owner), consistentRead: true, cancellationToken).ConfigureAwait(false);
        if (owner is not null && Array.Exists(values(owner.Entity), value => value.PartitionKey == key))
        {
            return;
        }

        var unchanged = new UnchangedCheck(pattern, tableName, marker.Owner, owner?.Json, attributes);
        if (await TryAsync([unchanged, new MarkerRelease(pattern, tableName, key, marker.Owner)], cancellationToken).ConfigureAwait(false) is null)
        {
            _released++;
        }
    }

    private async ValueTask ClaimMissingAsync(StoredItem<TEntity> item, UniqueValue value, CancellationToken cancellationToken)
    {
        var itemKey = _keys.Read(item.Json);
        var marker = await reads.GetItemAsync<StoredMarker, StoredMarkerReader<TEntity, TMarshaller>, MarkerRequest>(
            _get, new MarkerRequest(pattern.Table, value.PartitionKey!), consistentRead: true, cancellationToken).ConfigureAwait(false);
        if (marker is not null && _keys.Read(marker.Owner) == itemKey)
        {
            return;
        }

        var owner = KeyOf(itemKey);
        var claim = new MarkerClaim(pattern, tableName,
            TMarshaller.EntityName, new UniqueChange(value.Constraint, null, value.PartitionKey, value.Expiry), owner, timeProvider.GetUtcNow());
        var failed = await TryAsync([new UnchangedCheck(pattern, tableName, owner, item.Json, attributes), claim], cancellationToken).ConfigureAwait(false);
        if (failed is null)
        {
            _claimed++;
        }
        else if (failed.Failures.All(failure => failure.Reason == TransactionFailureReason.NotUnique))
        {
            _duplicates.Add(new UniqueDuplicate(value.Constraint, value.PartitionKey!, itemKey.PartitionKey, itemKey.SortKey));
        }
    }

    private byte[] KeyOf(ItemKey key)
    {
        using var writer = new WireWriter();
        writer.Key(pattern.Table, key);
        return writer.Written.ToArray();
    }

    /// <returns>Null where all was done; otherwise why nothing was, because somebody has written the item since.</returns>
    private async ValueTask<TransactionFailedException?> TryAsync(WriteAction[] actions, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.WriteAsync(pattern.Name, actions, idempotencyToken: null, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (TransactionFailedException failed) when (failed.Failures.Count > 0)
        {
            return failed;
        }
    }
}
