using System.Runtime.CompilerServices;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>
/// Updates items of an entity that has had older versions. An update never mixes its values with those of an older version; where it meets an older item,
/// it brings it up to date in a conditional write, and is sent again.
/// </summary>
internal sealed class VersionedUpdates(ItemWrites writes, ItemUpgrades upgrades)
{
    /// <summary>How often an item is brought up to date for one update, where other writers come between.</summary>
    private const int MaxUpgrades = 3;

    /// <summary>Updates one item, if its condition holds.</summary>
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
    public async ValueTask UpdateAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
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
            catch (ConditionFailedException failed) when (IsOfOtherVersion<TEntity, TMarshaller, TRequest>(failed))
            {
                await UpgradeAsync<TEntity, TMarshaller, TRequest>(pattern, request, failed, upgraded, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Updates one item, if its condition holds.</summary>
    /// <returns>False when the condition does not hold, and nothing was written.</returns>
    /// <inheritdoc cref="UpdateAsync"/>
    /// <exception cref="UnknownVersionException">The stored item is of a newer version than this build.</exception>
    /// <exception cref="OutdatedItemException">Other writers kept the item from being brought up to date.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> TryUpdateAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        try
        {
            await UpdateAsync<TEntity, TMarshaller, TRequest>(pattern, request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionFailedException)
        {
            return false;
        }
    }

    /// <summary>Updates one item, if its condition holds, and returns it as it was before or is after the update.</summary>
    /// <param name="returned">Which state of the item is returned.</param>
    /// <inheritdoc cref="UpdateAsync"/>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="cancellationToken">Ends the call; the write may then have been applied or not.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TEntity?> UpdateReturningAsync<TEntity, TMarshaller, TRequest>(
        AccessPattern pattern,
        TRequest request,
        ReturnedValues returned,
        CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        for (var upgraded = 0; ; upgraded++)
        {
            try
            {
                return await writes.WriteReturningAsync<TEntity, TMarshaller, TRequest>(pattern, request, returned, cancellationToken).ConfigureAwait(false);
            }
            catch (ConditionFailedException failed) when (IsOfOtherVersion<TEntity, TMarshaller, TRequest>(failed))
            {
                await UpgradeAsync<TEntity, TMarshaller, TRequest>(pattern, request, failed, upgraded, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsOfOtherVersion<TEntity, TMarshaller, TRequest>(ConditionFailedException failed)
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest =>
        StoredItemVersion.Of(failed.Item, TMarshaller.EntityName) is { } version && version != TRequest.Version;

    private ValueTask UpgradeAsync<TEntity, TMarshaller, TRequest>(
        AccessPattern pattern,
        TRequest request,
        ConditionFailedException failed,
        int upgraded,
        CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        var found = StoredItemVersion.Of(failed.Item, TMarshaller.EntityName)!.Value;
        return found > TRequest.Version ? throw new UnknownVersionException(TMarshaller.EntityName, found, TRequest.Version)
            : upgraded == MaxUpgrades ? throw new OutdatedItemException(pattern.Name, found, TRequest.Version)
            : upgrades.UpgradeAsync<TEntity, TMarshaller, TRequest>(pattern, request, failed.Item!, cancellationToken);
    }
}
