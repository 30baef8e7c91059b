using System.Runtime.CompilerServices;
using DynamoGen.Batches;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>Reads any number of items by their primary keys.</summary>
internal sealed class BatchReads(RequestSender sender, BatchSender batches)
{
    /// <summary>Reads any number of items by their primary keys, up to 100 a request (BatchGetItem), and returns them as they come, in no order.</summary>
    /// <typeparam name="TEntity">The entity, or a projection of it.</typeparam>
    /// <typeparam name="TItemReader">What reads it.</typeparam>
    /// <typeparam name="TRequest">The parameters of one read.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="requests">
    /// The keys, taken as they are sent. Of several equal ones the item is returned once; for that the call keeps the keys until it ends.
    /// </param>
    /// <param name="consistentRead">Strongly consistent, at twice the capacity.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The items that exist.</returns>
    /// <exception cref="BatchIncompleteException">
    /// Not all were read: DynamoDB left keys unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows, or the inner exception
    /// says what ended the call. It lists what was taken and not read; the items that were returned before stay valid.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled; where that was not between two items, the inner exception is a <see cref="BatchIncompleteException"/>.
    /// </exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</see>.</remarks>
    public async IAsyncEnumerable<TEntity> GetManyAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        BatchSource<TRequest> requests,
        bool consistentRead,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest
    {
        ArgumentNullException.ThrowIfNull(requests);
        var table = new BatchTable(sender.TableName(pattern.Table), pattern.Table);
        using var call = sender.Start(pattern, table.Name);
        var batch = new TableBatch<TRequest, GetEntry<TRequest>>(pattern, table, requests, cancellationToken);
        await using (batch.ConfigureAwait(false))
        {
            var items = new List<TEntity>();
            var run = new BatchRun<EntityPageReader<TEntity, TItemReader>>(call, pattern, batch, new(items), requests.Progress, consistentRead);
            while (await batches.SendAsync(run, cancellationToken).ConfigureAwait(false))
            {
                foreach (var item in items)
                {
                    call.ThrowIfCancelled(cancellationToken);
                    yield return item;
                }

                items.Clear();
            }
        }
    }

    /// <summary>Reads any number of items by their primary keys, up to 100 a request (BatchGetItem), in the order of the keys.</summary>
    /// <returns>For each key its item, or null where there is none; the same item for the same key.</returns>
    /// <inheritdoc cref="GetManyAsync"/>
    public async ValueTask<IReadOnlyList<TEntity?>> GetManyListAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern, BatchSource<TRequest> requests, bool consistentRead, CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest
    {
        ArgumentNullException.ThrowIfNull(requests);
        var table = new BatchTable(sender.TableName(pattern.Table), pattern.Table);
        var (order, found) = (new List<ItemKey>(), new Dictionary<ItemKey, TEntity>());
        var call = sender.Start(pattern, table.Name);
        var batch = new TableBatch<TRequest, GetEntry<TRequest>>(pattern, table, requests, cancellationToken, order);
        var run = new BatchRun<KeyedPageReader<TEntity, TItemReader>>(call, pattern, batch, new(found, table.Keys), requests.Progress, consistentRead);
        await batches.SendAllAsync(run, cancellationToken).ConfigureAwait(false);
        return order.ConvertAll(found.GetValueOrDefault);
    }
}
