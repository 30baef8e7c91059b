using System.Runtime.CompilerServices;
using DynamoGen.Batches;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>Puts any number of items, up to 25 and 16 MB a request (BatchWriteItem). There are no conditions, and each item is written on its own.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="entities">
    /// The items' values, taken as they are sent; each at most 400 KB as DynamoDB counts. Of several with one key, each is written after the one before it, so that the
    /// last one stays.
    /// </param>
    /// <param name="cancellationToken">Ends the call; what was sent before may have been written.</param>
    /// <exception cref="BatchIncompleteException">
    /// Not all were written: DynamoDB left entries unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows, or the inner exception says what
    /// ended the call. It lists what was not written, for which the sequence is taken to its end.
    /// </exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.</remarks>
    public ValueTask PutManyAsync<TEntity, TMarshaller>(AccessPattern pattern, IEnumerable<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        WriteManyAsync<TEntity, PutEntry<TEntity, TMarshaller>>(pattern, entities, cancellationToken);

    /// <summary>Deletes any number of items by their primary keys, up to 25 a request (BatchWriteItem); those that do not exist are no error.</summary>
    /// <typeparam name="TRequest">The parameters of one deletion.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="requests">The keys, taken as they are sent.</param>
    /// <param name="cancellationToken">Ends the call; what was sent before may have been deleted.</param>
    /// <exception cref="BatchIncompleteException">
    /// Not all were deleted: DynamoDB left entries unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows, or the inner exception says what
    /// ended the call. It lists what was not deleted, for which the sequence is taken to its end.
    /// </exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.</remarks>
    public ValueTask DeleteManyAsync<TRequest>(AccessPattern pattern, IEnumerable<TRequest> requests, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest => WriteManyAsync<TRequest, DeleteEntry<TRequest>>(pattern, requests, cancellationToken);

    /// <summary>Reads any number of items by their primary keys, up to 100 a request (BatchGetItem), and returns them as they come, in no order.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TRequest">The parameters of one read.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="requests">The keys, taken as they are sent. Of several equal ones the item is returned once; for that the call keeps the keys until it ends.</param>
    /// <param name="consistentRead">Strongly consistent, at twice the capacity.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The items that exist.</returns>
    /// <exception cref="BatchIncompleteException">
    /// Not all were read: DynamoDB left keys unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows, or the inner exception says what ended
    /// the call. It lists what was not read, for which the sequence is taken to its end; the items that were returned before stay valid.
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
        using var call = telemetry.Start(pattern, TableName(pattern.Table));
        using var batch = new Batch<TRequest, GetEntry<TRequest>>(pattern, requests);
        var run = new BatchRun<TRequest, GetEntry<TRequest>>(call, pattern, batch, consistentRead);
        var items = new List<TEntity>();
        while (await SendBatchAsync(run, new EntityPageReader<TEntity, TMarshaller>(items), cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in items)
            {
                yield return item;
            }

            items.Clear();
        }
    }

    private async ValueTask WriteManyAsync<T, TEntry>(AccessPattern pattern, IEnumerable<T> source, CancellationToken cancellationToken)
        where TEntry : struct, IBatchEntry<T>
    {
        ArgumentNullException.ThrowIfNull(source);
        using var call = telemetry.Start(pattern, TableName(pattern.Table));
        using var batch = new Batch<T, TEntry>(pattern, source);
        var run = new BatchRun<T, TEntry>(call, pattern, batch);
        while (await SendBatchAsync(run, default(NoItems), cancellationToken).ConfigureAwait(false))
        {
        }
    }

    /// <summary>Sends one request of what is there to send.</summary>
    /// <returns>Whether there was anything; if not, the call has ended.</returns>
    private async ValueTask<bool> SendBatchAsync<T, TEntry, TReader>(BatchRun<T, TEntry> run, TReader items, CancellationToken cancellationToken)
        where TEntry : struct, IBatchEntry<T>
        where TReader : struct, IPageReader
    {
        try
        {
            if (!run.Batch.Fill())
            {
                return false;
            }

            if (run.Delay is { } delay)
            {
                await Task.Delay(delay, _timeProvider, cancellationToken).ConfigureAwait(false);
            }

            var sent = run.Batch.Count;
            var throttled = await SendBatchOnceAsync(run, items, cancellationToken).ConfigureAwait(false);
            run.Attempts = run.Batch.Count < sent ? 0 : run.Attempts + 1;
            run.Delay = run.Batch.Count > 0 ? options.Batches.Delay(run.Attempts) : null;
            return run.Attempts < options.Batches.MaxAttempts ? true : throw run.Batch.Incomplete(throttled);
        }
        catch (OperationCanceledException cancelled) when (cancellationToken.IsCancellationRequested)
        {
            run.Call.Failed(cancelled);
            throw;
        }
        catch (Exception exception)
        {
            var incomplete = exception as BatchIncompleteException ?? run.Batch.Incomplete(exception);
            run.Call.Failed(incomplete.InnerException ?? incomplete);
            throw incomplete;
        }
    }

    /// <returns>The exception by which the whole request was throttled, or null.</returns>
    private async ValueTask<ThrottledException?> SendBatchOnceAsync<T, TEntry, TReader>(
        BatchRun<T, TEntry> run, TReader items, CancellationToken cancellationToken)
        where TEntry : struct, IBatchEntry<T>
        where TReader : struct, IPageReader
    {
        try
        {
            var tableName = TableName(run.Pattern.Table);
            using var writer = new WireWriter();
            run.Write(writer, tableName);
            using var response = await SendAsync(run.Call, run.Pattern, tableName, writer, cancellationToken).ConfigureAwait(false);
            var answer = BatchResponse.Read(response.Body.Span, run.Batch.Keys, items);
            var sent = run.Batch.Count;
            run.Batch.Keep(answer.Unprocessed);
            run.Call.Received(run.Reads ? answer.Items : sent - run.Batch.Count, answer.CapacityUnits);
            return null;
        }
        catch (ThrottledException throttled)
        {
            return throttled;
        }
    }
}
