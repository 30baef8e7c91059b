using DynamoGen.Batches;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>Puts or deletes any number of items.</summary>
internal sealed class BatchWrites(RequestSender sender, BatchSender batches)
{
    /// <summary>
    /// Puts any number of items, up to 25 and 16 MB a request (BatchWriteItem). There are no conditions, and each item is written on its own.
    /// </summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="entities">
    /// The items' values, taken as they are sent; each at most 400 KB as DynamoDB counts. Of several with one key, each is written after the one
    /// before it, so that the last one stays.
    /// </param>
    /// <param name="cancellationToken">Ends the call; what was sent before may have been written.</param>
    /// <exception cref="BatchIncompleteException">
    /// Not all were written: DynamoDB left entries unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows, or the
    /// inner exception says what ended the call. It lists what was taken and not written; the sequence is taken no further.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the inner exception is a <see cref="BatchIncompleteException"/>.</exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.</remarks>
    public ValueTask PutManyAsync<TEntity, TMarshaller>(AccessPattern pattern, BatchSource<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        WriteManyAsync<TEntity, PutEntry<TEntity, TMarshaller>>(pattern, entities, cancellationToken);

    /// <summary>Deletes any number of items by their primary keys, up to 25 a request (BatchWriteItem); those that do not exist are no error.</summary>
    /// <typeparam name="TRequest">The parameters of one deletion.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="requests">The keys, taken as they are sent.</param>
    /// <param name="cancellationToken">Ends the call; what was sent before may have been deleted.</param>
    /// <exception cref="BatchIncompleteException">
    /// Not all were deleted: DynamoDB left entries unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows, or the
    /// inner exception says what ended the call. It lists what was taken and not deleted; the sequence is taken no further.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the inner exception is a <see cref="BatchIncompleteException"/>.</exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.</remarks>
    public ValueTask DeleteManyAsync<TRequest>(AccessPattern pattern, BatchSource<TRequest> requests, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest => WriteManyAsync<TRequest, DeleteEntry<TRequest>>(pattern, requests, cancellationToken);

    private ValueTask WriteManyAsync<T, TEntry>(AccessPattern pattern, BatchSource<T> source, CancellationToken cancellationToken)
        where TEntry : struct, IBatchEntry<T>
    {
        var table = new BatchTable(sender.TableName(pattern.Table), pattern.Table);
        var batch = new TableBatch<T, TEntry>(pattern, table, source, cancellationToken);
        return batches.SendAllAsync(
            new BatchRun<NoItems>(sender.Start(pattern, table.Name), pattern, batch, default, source.Progress), cancellationToken);
    }
}
