using Amazon.DynamoDBv2;
using DynamoGen.Calls;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Transactions;

namespace DynamoGen.Uniqueness;

/// <summary>Writes single items that have unique values.</summary>
internal sealed class UniqueWrites(RequestSender sender, ItemWrites writes, ItemTransactions transactions, TimeProvider timeProvider)
{
    /// <summary>
    /// Writes one item, if its condition holds and its unique values are no other item's: one transaction, or a plain write where no unique value changes.
    /// </summary>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters; an item is at most 400 KB as DynamoDB counts.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="changes">What becomes of the item's unique values.</param>
    /// <param name="cancellationToken">Ends the call; the write may then have been applied or not.</param>
    /// <exception cref="UniqueConstraintException">Another item has one of the values.</exception>
    /// <exception cref="ConditionFailedException">The condition does not hold; the exception has the stored item.</exception>
    /// <exception cref="OutdatedItemException">An update met an item of an older version of the entity.</exception>
    /// <exception cref="UnknownVersionException">An update met an item of a newer version than this build knows.</exception>
    /// <exception cref="ConflictException">Another transaction is at work on the item or on one of its unique values.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="ItemTooLargeException">The item is larger than 400 KB; nothing was sent.</exception>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built; nothing was sent.</exception>
    /// <exception cref="AmazonDynamoDBException">The service refused the request for another reason.</exception>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</see>.</remarks>
    public async ValueTask WriteAsync<TRequest>(
        AccessPattern pattern, TRequest request, string entity, UniqueChange[] changes, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest
    {
        ArgumentNullException.ThrowIfNull(changes);
        try
        {
            var write = changes.Length == 0
                ? writes.WriteAsync(pattern, request, cancellationToken)
                : transactions.WriteAsync(pattern.Name, Action(pattern, request, entity, changes), cancellationToken);
            await write.ConfigureAwait(false);
        }
        catch (ConditionFailedException failed) when (TRequest.Version > 0
            && StoredItemVersion.Of(pattern.Table, failed.Item, entity) is { } found
            && (found > TRequest.Version || (found != WrittenVersion.Of<TRequest>() && TRequest.VersionedAttributes.Count > 0)))
        {
            throw found > TRequest.Version
                ? new UnknownVersionException(entity, found, TRequest.Version)
                : new OutdatedItemException(pattern.Name, found, WrittenVersion.Of<TRequest>(), failed.InnerException as AmazonDynamoDBException);
        }
    }

    /// <summary>Writes one item, if its condition holds and its unique values are no other item's.</summary>
    /// <returns>False when the condition does not hold or another item has one of the values; nothing was written.</returns>
    /// <exception cref="ConflictException">Another transaction is at work on the item or on one of its unique values.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="ItemTooLargeException">The item is larger than 400 KB; nothing was sent.</exception>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built; nothing was sent.</exception>
    /// <exception cref="AmazonDynamoDBException">The service refused the request for another reason.</exception>
    /// <inheritdoc cref="WriteAsync"/>
    public async ValueTask<bool> TryWriteAsync<TRequest>(
        AccessPattern pattern, TRequest request, string entity, UniqueChange[] changes, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest
    {
        try
        {
            await WriteAsync(pattern, request, entity, changes, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is UniqueConstraintException or ConditionFailedException)
        {
            return false;
        }
    }

    /// <summary>Makes a write, with the claims and releases of its item's unique values, an action of a transaction; nothing is sent.</summary>
    /// <returns>One action of the caller's transaction; it counts as one more for each marker that is written.</returns>
    /// <inheritdoc cref="WriteAsync"/>
    public WriteAction Action<TRequest>(AccessPattern pattern, TRequest request, string entity, UniqueChange[] changes)
        where TRequest : struct, IWriteRequest =>
        UniqueWriteAction.Of(pattern, sender.TableName(pattern.Table), request, entity, changes, timeProvider.GetUtcNow());
}
