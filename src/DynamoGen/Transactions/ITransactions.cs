namespace DynamoGen.Transactions;

/// <summary>
/// Writes or reads up to 100 items, of several entities and tables, all or none. It is registered as a service and can be faked; what it
/// carries comes from the repositories.
/// </summary>
/// <remarks>
/// A transaction costs twice the capacity of its single requests. Its items may have 4 MB together, which the server counts, because the size of what an
/// update changes is known only there. All tables must be in one AWS account and region. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">managing complex workflows with transactions</see>.
/// </remarks>
public interface ITransactions
{
    /// <summary>
    /// The same transactions under a name, which spans, metrics, logs, interceptors and errors then call them by, in the place of <c>ITransactions.Write</c>
    /// and <c>ITransactions.Read</c>: <c>transactions.Named("Checkout").WriteAsync(…)</c>. The result can be kept and used by many threads.
    /// </summary>
    /// <param name="name">The name. Metrics have a series for each, so that it comes from code, never from data.</param>
    /// <returns>Transactions of that name; this object where an implementation of yours, such as a fake, knows no names.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    ITransactions Named(string name) => this;

    /// <summary>Applies all actions, or none if the condition of one does not hold (TransactWriteItems).</summary>
    /// <param name="actions">1 to 100 actions, each on another item. An action's place is its slot, from 0.</param>
    /// <param name="idempotencyToken">
    /// 1 to 36 characters by which DynamoDB knows the transaction for 10 minutes: sent again within them, it is applied once only. Null for a new
    /// one, which covers the retries that the SDK makes; give one of your own to call again, with the same actions, after an error that leaves open
    /// whether the transaction was applied, such as a timeout.
    /// </param>
    /// <param name="cancellationToken">Ends the call; the transaction may then have been applied or not.</param>
    /// <exception cref="InvalidTransactionException">There are no actions, more than 100, or two on one item; nothing was sent.</exception>
    /// <exception cref="ArgumentException">The token is empty or too long; nothing was sent.</exception>
    /// <exception cref="TransactionFailedException">Nothing was written; the exception says which slots are at fault.</exception>
    /// <exception cref="ConflictException">Other transactions are at work on the same items, and nothing else is wrong; nothing was written.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the transaction, and nothing else is wrong; nothing was written.</exception>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built; nothing was sent.</exception>
    /// <exception cref="Amazon.DynamoDBv2.Model.IdempotentParameterMismatchException">Another transaction was sent with the same token.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    ValueTask WriteAsync(IReadOnlyCollection<WriteAction> actions, string? idempotencyToken = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads items of any entities as they were at one moment (TransactGetItems). <see cref="TransactionReads"/> has forms of it that are typed.
    /// </summary>
    /// <param name="actions">1 to 100 actions, each for another item. An action's place is its slot, from 0.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>For each slot an entity of the action's type, or null when there is no such item.</returns>
    /// <exception cref="InvalidTransactionException">There are no actions, more than 100, or two for one item; nothing was sent.</exception>
    /// <exception cref="TransactionFailedException">The exception says which slots are at fault.</exception>
    /// <exception cref="ConflictException">Transactions are writing the same items.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the transaction.</exception>
    /// <exception cref="DynamoGenException">An item cannot be read, or a key cannot be built.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    ValueTask<IReadOnlyList<object?>> ReadItemsAsync(IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken = default);
}
