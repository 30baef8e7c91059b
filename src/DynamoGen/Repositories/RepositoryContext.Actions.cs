using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;
using DynamoGen.Uniqueness;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>Makes a write an action of a transaction; nothing is sent.</summary>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern: a PutItem, UpdateItem or DeleteItem, or a TransactWriteItems for a condition check.</param>
    /// <param name="request">Its parameters.</param>
    /// <returns>What <see cref="ITransactions.WriteAsync"/> sends.</returns>
    /// <exception cref="ArgumentException">The access pattern is of another operation.</exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItem.html">TransactWriteItem</see>.</remarks>
    public WriteAction Action<TRequest>(AccessPattern pattern, TRequest request)
        where TRequest : struct, IWriteRequest =>
        new WriteAction<TRequest>(pattern, TableName(pattern.Table), request) { Region = ActionRegion(pattern) };

    /// <summary>Makes a read of one item an action of a transaction; nothing is sent.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <returns>What <see cref="ITransactions.ReadItemsAsync"/> and <see cref="TransactionReads"/> send.</returns>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItem.html">TransactGetItem</see>.</remarks>
    public ReadAction<TEntity> ReadAction<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IKeyRequest =>
        new ReadAction<TEntity, TMarshaller, TRequest>(pattern, TableName(pattern.Table), request);

    /// <inheritdoc cref="UniqueWrites.Action"/>
    public WriteAction UniqueAction<TRequest>(AccessPattern pattern, TRequest request, string entity, UniqueChange[] changes)
        where TRequest : struct, IWriteRequest
    {
        var action = _uniqueWrites.Action<TRequest>(pattern, request, entity, changes);
        action.Region = ActionRegion(pattern);
        return action;
    }
}
