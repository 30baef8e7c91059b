using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen;

/// <summary>The condition of a write does not hold for the item as it is stored; nothing was written.</summary>
/// <remarks>
/// When a write was applied but its answer was lost, the SDK sends it again, and the second attempt can fail by the condition that the first made
/// false. A transaction, which carries an idempotency token, has no such doubt. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html">condition expressions</see>.
/// </remarks>
public sealed class ConditionFailedException : RequestRefusedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="innerException">The SDK's exception; its item, if any, becomes <see cref="Item"/>.</param>
    public ConditionFailedException(string accessPattern, ConditionalCheckFailedException? innerException = null)
        : base(accessPattern, Describe(accessPattern), innerException) =>
        Item = innerException?.Item is { Count: > 0 } item ? item : null;

    internal ConditionFailedException(string accessPattern, IReadOnlyDictionary<string, AttributeValue>? item, AmazonDynamoDBException? innerException)
        : base(accessPattern, Describe(accessPattern), innerException) => Item = item;

    /// <summary>The stored item that the condition does not hold for, or null when there is none or the server does not return it.</summary>
    public IReadOnlyDictionary<string, AttributeValue>? Item { get; }

    /// <summary>
    /// Why the condition does not hold, by what is stored: there is no item or there is one, it has expired or was written since it was read, or the condition
    /// that the access pattern declares does not hold.
    /// </summary>
    public ConditionFailureReason Reason { get; internal set; }

    /// <summary>Reads <see cref="Item"/> as an entity.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <returns>The entity, or null when there is no item.</returns>
    /// <exception cref="ItemFormatException">The item is not one of this entity.</exception>
    /// <exception cref="UnknownVersionException">The item is newer than this build.</exception>
    public TEntity? ItemAs<TEntity, TMarshaller>()
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> => Item is null ? null : AttributeMap.Read<TEntity, TMarshaller>(Item);

    /// <inheritdoc/>
    public override string Message => Reason switch
    {
        ConditionFailureReason.NotFound => $"{AccessPattern} wrote nothing, because there is no item.",
        ConditionFailureReason.AlreadyExists => $"{AccessPattern} wrote nothing, because there is an item already.",
        ConditionFailureReason.Expired => $"{AccessPattern} wrote nothing, because the item has expired.",
        ConditionFailureReason.StaleLock => $"{AccessPattern} wrote nothing, because the item was written since it was read.",
        ConditionFailureReason.StaleWriter => $"{AccessPattern} wrote nothing, because the item was written by a region that has taken over the writes.",
        _ => base.Message,
    };

    private static string Describe(string accessPattern) => $"{accessPattern} wrote nothing, because its condition does not hold for the stored item.";
}
