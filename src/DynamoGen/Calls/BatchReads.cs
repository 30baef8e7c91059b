using System.Runtime.CompilerServices;
using DynamoGen.Batches;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>Reads any number of items by their primary keys.</summary>
internal sealed class BatchReads(RequestSender sender, BatchSender batches)
{
    /// <summary>Reads any number of items by their primary keys, up to 100 a request (BatchGetItem), and returns them as they come, in no order.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
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
    public async IAsyncEnumerable<TEntity> GetManyAsync<TEntity, TMarshaller, TRequest>(
        AccessPattern pattern,
        IEnumerable<TRequest> requests,
        bool consistentRead,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IKeyRequest
    {
        ArgumentNullException.ThrowIfNull(requests);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        using var batch = new Batch<TRequest, GetEntry<TRequest>>(pattern, requests);
        var run = new BatchRun<TRequest, GetEntry<TRequest>>(call, pattern, batch, consistentRead);
        var items = new List<TEntity>();
        while (await batches.SendAsync(run, new EntityPageReader<TEntity, TMarshaller>(items), cancellationToken).ConfigureAwait(false))
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
