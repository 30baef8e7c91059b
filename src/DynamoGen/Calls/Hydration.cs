using System.Runtime.CompilerServices;
using DynamoGen.Batches;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;

namespace DynamoGen.Calls;

/// <summary>Reads the items whose primary keys an index yields.</summary>
internal sealed class Hydration(RequestSender sender, BatchSender batches)
{
    /// <summary>Reads the items of primary keys that an index yields, up to 100 a request (BatchGetItem), and returns them in the order of the keys.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TKey">Its primary key.</typeparam>
    /// <param name="pattern">The access pattern of the second half.</param>
    /// <param name="keys">The keys as the index yields them.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>
    /// The items that exist. An index follows its table with a delay, so that an item may have been deleted, or changed, since its key was written there.
    /// </returns>
    /// <exception cref="BatchIncompleteException">
    /// DynamoDB left keys unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows.
    /// </exception>
    /// <exception cref="DynamoGenException">An item cannot be read.</exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</see>.</remarks>
    public async IAsyncEnumerable<TEntity> HydrateAsync<TEntity, TMarshaller, TKey>(
        AccessPattern pattern,
        IAsyncEnumerable<TKey> keys,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest
    {
        ArgumentNullException.ThrowIfNull(keys);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var read = 0;
        await foreach (var several in keys.Chunk(BatchEntryKinds.MostReads).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var items = await ReadInOrderAsync<TEntity, TMarshaller, TKey>(call, pattern, several, read, cancellationToken).ConfigureAwait(false);
            read += several.Length;
            foreach (var item in items)
            {
                call.ThrowIfCancelled(cancellationToken);
                yield return item;
            }
        }
    }

    /// <summary>Reads the items of all keys into a list.</summary>
    /// <inheritdoc cref="HydrateAsync"/>
    public async ValueTask<IReadOnlyList<TEntity>> HydrateListAsync<TEntity, TMarshaller, TKey>(
        AccessPattern pattern, IAsyncEnumerable<TKey> keys, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest =>
        await HydrateAsync<TEntity, TMarshaller, TKey>(pattern, keys, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the item of the first key.</summary>
    /// <returns>The item, or null where there is no key, or no item of it any more.</returns>
    /// <inheritdoc cref="HydrateAsync"/>
    public async ValueTask<TEntity?> HydrateFirstAsync<TEntity, TMarshaller, TKey>(
        AccessPattern pattern, IAsyncEnumerable<TKey> keys, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest =>
        await HydrateAsync<TEntity, TMarshaller, TKey>(pattern, keys.Take(1), cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the items of a page of keys.</summary>
    /// <param name="pattern">The access pattern of the second half.</param>
    /// <param name="keys">The page of keys.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The items that exist, and the cursor behind the page's last key.</returns>
    /// <inheritdoc cref="HydrateAsync"/>
    public async ValueTask<Page<TEntity>> HydratePageAsync<TEntity, TMarshaller, TKey>(
        AccessPattern pattern, ValueTask<Page<TKey>> keys, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest
    {
        var page = await keys.ConfigureAwait(false);
        var items = await HydrateListAsync<TEntity, TMarshaller, TKey>(pattern, page.Items.ToAsyncEnumerable(), cancellationToken).ConfigureAwait(false);
        return new Page<TEntity>(items, page.Cursor);
    }

    private async ValueTask<List<TEntity>> ReadInOrderAsync<TEntity, TMarshaller, TKey>(
        AccessPatternCall call, AccessPattern pattern, TKey[] keys, int first, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest
    {
        var table = new BatchTable(sender.TableName(pattern.Table), pattern.Table);
        var order = new List<ItemKey>(keys.Length);
        var batch = new TableBatch<TKey, GetEntry<TKey>>(pattern, table, new BatchSource<TKey>(keys), cancellationToken, order, first);
        await using (batch.ConfigureAwait(false))
        {
            var found = new Dictionary<ItemKey, TEntity>(keys.Length);
            var run = new BatchRun<KeyedPageReader<TEntity, TMarshaller>>(call, pattern, batch, new(found, table.Keys));
            while (await batches.SendAsync(run, cancellationToken).ConfigureAwait(false))
            {
            }

            var items = new List<TEntity>(order.Count);
            foreach (var key in order)
            {
                if (found.TryGetValue(key, out var item))
                {
                    items.Add(item);
                }
            }

            return items;
        }
    }
}
