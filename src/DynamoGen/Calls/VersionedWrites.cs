using System.Runtime.CompilerServices;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Calls;

/// <summary>
/// Writes items that other deployments may have written in another version. No conditional write touches what is newer than this build knows. An update
/// never mixes its values with those of an older version either; where it meets an older item, it brings it up to date in a conditional write, and is sent
/// again. An update that makes its item where there is none finds one that has expired absent too: it is deleted first.
/// </summary>
internal sealed class VersionedWrites(
    RequestSender sender, ItemWrites writes, ItemTransactions transactions, ItemUpgrades upgrades, ExpiredItems expired)
{
    /// <summary>How often an item is brought up to date for one update, where other writers come between.</summary>
    private const int MaxUpgrades = 3;

    /// <summary>Writes one item, if its condition holds.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="cancellationToken">Ends the call; the write may then have been applied or not.</param>
    /// <exception cref="ConditionFailedException">The condition does not hold; the exception has the stored item.</exception>
    /// <exception cref="UnknownVersionException">The stored item is of a newer version than this build.</exception>
    /// <exception cref="OutdatedItemException">Other writers kept the item from being brought up to date.</exception>
    /// <exception cref="ItemFormatException">The stored item is of an older version, and cannot be read.</exception>
    /// <exception cref="ConflictException">A transaction is at work on the item.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteVersionedAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        for (var upgraded = 0; ; upgraded++)
        {
            try
            {
                await writes.WriteAsync(pattern, request, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ConditionFailedException failed) when (IsInTheWay<TEntity, TMarshaller, TRequest>(pattern, failed, upgraded))
            {
                await ClearAsync<TEntity, TMarshaller, TRequest>(pattern, request, failed, upgraded, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes one item, if its condition holds.</summary>
    /// <returns>False when the condition does not hold, and nothing was written.</returns>
    /// <inheritdoc cref="WriteVersionedAsync"/>
    /// <exception cref="UnknownVersionException">The stored item is of a newer version than this build.</exception>
    /// <exception cref="OutdatedItemException">Other writers kept the item from being brought up to date.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> TryWriteVersionedAsync<TEntity, TMarshaller, TRequest>(
        AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        try
        {
            await WriteVersionedAsync<TEntity, TMarshaller, TRequest>(pattern, request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionFailedException)
        {
            return false;
        }
    }

    /// <summary>Writes one item, if its condition holds, and returns it as it was before or is after the write.</summary>
    /// <typeparam name="TItem">What the item is read as: the entity, or a projection of it.</typeparam>
    /// <typeparam name="TItemReader">Reads it.</typeparam>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="returned">Which state of the item is returned.</param>
    /// <inheritdoc cref="WriteVersionedAsync"/>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="cancellationToken">Ends the call; the write may then have been applied or not.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TItem?> WriteVersionedReturningAsync<TEntity, TMarshaller, TItem, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        ReturnedValues returned,
        CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TItem : class
        where TItemReader : struct, IItemReader<TItem>
        where TRequest : struct, IWriteRequest
    {
        for (var upgraded = 0; ; upgraded++)
        {
            try
            {
                return await writes.WriteReturningAsync<TItem, TItemReader, TRequest>(pattern, request, returned, cancellationToken).ConfigureAwait(false);
            }
            catch (ConditionFailedException failed) when (IsInTheWay<TEntity, TMarshaller, TRequest>(pattern, failed, upgraded))
            {
                await ClearAsync<TEntity, TMarshaller, TRequest>(pattern, request, failed, upgraded, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes one item by a transaction with an idempotency token, if its condition holds: once, however often it has to be sent.</summary>
    /// <inheritdoc cref="WriteVersionedAsync"/>
    /// <exception cref="OutcomeUnknownException">No attempt was answered, and any of them may have been applied.</exception>
    public async ValueTask WriteOnceAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        var action = new WriteAction<TRequest>(pattern, sender.TableName(pattern.Table), request);
        for (var upgraded = 0; ; upgraded++)
        {
            try
            {
                await transactions.WriteAsync(pattern.Name, action, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ConditionFailedException failed) when (IsInTheWay<TEntity, TMarshaller, TRequest>(pattern, failed, upgraded))
            {
                await ClearAsync<TEntity, TMarshaller, TRequest>(pattern, request, failed, upgraded, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes one item by a transaction with an idempotency token, if its condition holds.</summary>
    /// <returns>False when the condition does not hold, and nothing was written.</returns>
    /// <inheritdoc cref="WriteOnceAsync"/>
    public async ValueTask<bool> TryWriteOnceAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        try
        {
            await WriteOnceAsync<TEntity, TMarshaller, TRequest>(pattern, request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionFailedException)
        {
            return false;
        }
    }

    /// <summary>Whether a write failed by an item of another version, or by one that has expired and is to be made anew.</summary>
    private bool IsInTheWay<TEntity, TMarshaller, TRequest>(AccessPattern pattern, ConditionFailedException failed, int upgraded)
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest =>
        IsToBeMadeAnew<TRequest>(failed, upgraded) || IsOfOtherVersion<TEntity, TMarshaller, TRequest>(pattern, failed);

    private bool IsToBeMadeAnew<TRequest>(ConditionFailedException failed, int upgraded)
        where TRequest : struct, IWriteRequest =>
        TRequest.ReplacesExpired && upgraded < MaxUpgrades && expired.HasExpired(TRequest.Demands.TimeToLive, failed.Item);

    private static bool IsOfOtherVersion<TEntity, TMarshaller, TRequest>(AccessPattern pattern, ConditionFailedException failed)
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest =>
        TRequest.Version > 0
        && StoredItemVersion.Of(pattern.Table, failed.Item, TMarshaller.EntityName) is { } version
        && (version > TRequest.Version || IsOutdated<TRequest>(version));

    /// <summary>Whether a write must not meet an item of a version, which is none that this build does not know.</summary>
    private static bool IsOutdated<TRequest>(int version)
        where TRequest : struct, IWriteRequest =>
        version != WrittenVersion.Of<TRequest>() && TRequest.VersionedAttributes.Count > 0;

    private ValueTask ClearAsync<TEntity, TMarshaller, TRequest>(
        AccessPattern pattern,
        TRequest request,
        ConditionFailedException failed,
        int upgraded,
        CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        if (IsToBeMadeAnew<TRequest>(failed, upgraded))
        {
            return expired.DeleteAsync(pattern, RequestValues.KeyOf(request), TRequest.Demands.TimeToLive!, failed.Item!, cancellationToken);
        }

        var found = StoredItemVersion.Of(pattern.Table, failed.Item, TMarshaller.EntityName)!.Value;
        return found > TRequest.Version ? throw new UnknownVersionException(TMarshaller.EntityName, found, TRequest.Version)
            : upgraded == MaxUpgrades ? throw new OutdatedItemException(pattern.Name, found, WrittenVersion.Of<TRequest>())
            : upgrades.UpgradeAsync<TEntity, TMarshaller, TRequest>(pattern, request, failed.Item!, cancellationToken);
    }
}
