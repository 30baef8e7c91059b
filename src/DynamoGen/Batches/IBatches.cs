using DynamoGen.Transactions;

namespace DynamoGen.Batches;

/// <summary>
/// Writes or reads any number of items, of several entities and tables, each on its own. <c>AddBatches</c> registers it as a service, and it can be
/// faked; what it carries comes from the repositories.
/// </summary>
/// <remarks>
/// A batch has no conditions and is no transaction: nothing is written together, and what is read is not of one moment. It costs what its single requests
/// would. All tables must be in one AWS account and region. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html#WorkingWithItems.BatchOperations">batch operations</see>.
/// </remarks>
public interface IBatches
{
    /// <summary>
    /// The same batches under a name, which spans, metrics, logs, interceptors and errors then call them by, in the place of <c>IBatches.Write</c> and
    /// <c>IBatches.Read</c>: <c>batches.Named("Import").WriteAsync(…)</c>. The result can be kept and used by many threads.
    /// </summary>
    /// <param name="name">The name. Metrics have a series for each, so that it comes from code, never from data.</param>
    /// <returns>Batches of that name; this object where an implementation of yours, such as a fake, knows no names.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    IBatches Named(string name) => this;

    /// <summary>Puts and deletes items, up to 25 and 16 MB a request whatever their tables are (BatchWriteItem).</summary>
    /// <param name="writes">
    /// The entries, taken as they are sent. Of several for one item, each is sent when the one before it has been written, so that the last one stays; those
    /// for different items have no order among them.
    /// </param>
    /// <param name="progress">Is told how far the call came after each request; may be null.</param>
    /// <param name="cancellationToken">Ends the call; what was sent before may have been written.</param>
    /// <exception cref="BatchIncompleteException">
    /// Not all were written: DynamoDB left entries unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows, or the
    /// inner exception says what ended the call. Its <c>Entities&lt;BatchWrite&gt;()</c> are those that were taken and not written; the sequence is taken no
    /// further.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the inner exception is a <see cref="BatchIncompleteException"/>.</exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.</remarks>
    ValueTask WriteAsync(IEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="WriteAsync(IEnumerable{BatchWrite}, IProgress{BatchProgress}?, CancellationToken)"/>
    ValueTask WriteAsync(IAsyncEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads items of any entities and tables, up to 100 a request (BatchGetItem). <see cref="BatchedReads"/> has forms of it that are typed.
    /// </summary>
    /// <param name="actions">The reads, in any number. Several for one item are one read of it.</param>
    /// <param name="consistentRead">Strongly consistent, at twice the capacity.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>For each action in its place an entity of the action's type, or null when there is no such item.</returns>
    /// <exception cref="ArgumentException">An action is null; nothing was sent.</exception>
    /// <exception cref="BatchIncompleteException">
    /// Not all were read: DynamoDB left keys unprocessed or throttled the requests for longer than <see cref="BatchOptions"/> allows, or the inner exception
    /// says what ended the call, such as an item that cannot be read.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the inner exception is a <see cref="BatchIncompleteException"/>.</exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</see>.</remarks>
    ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        IReadOnlyCollection<ReadAction> actions, bool consistentRead = false, CancellationToken cancellationToken = default);
}
