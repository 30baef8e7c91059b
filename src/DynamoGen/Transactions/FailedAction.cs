using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen;

/// <summary>One action at fault in a transaction that failed.</summary>
public sealed class FailedAction
{
    /// <summary>Describes the action.</summary>
    /// <param name="slot">The action's place in the transaction, from 0.</param>
    /// <param name="accessPattern">The name of its access pattern.</param>
    /// <param name="reason">Why it failed.</param>
    /// <param name="item">The stored item that its condition does not hold for, or null.</param>
    public FailedAction(int slot, string accessPattern, TransactionFailureReason reason, IReadOnlyDictionary<string, AttributeValue>? item = null)
    {
        Slot = slot;
        AccessPattern = accessPattern;
        Reason = reason;
        Item = item;
    }

    /// <summary>The action's place in the transaction, from 0.</summary>
    public int Slot { get; }

    /// <summary>The name of its access pattern, such as <c>IOrders.Create</c>.</summary>
    public string AccessPattern { get; }

    /// <summary>Why it failed.</summary>
    public TransactionFailureReason Reason { get; }

    /// <summary>Why the condition does not hold, by what is stored, where that is the reason; null otherwise.</summary>
    public ConditionFailureReason? Condition { get; init; }

    /// <summary>The stored item that the condition does not hold for, or null when there is none or the reason is another.</summary>
    public IReadOnlyDictionary<string, AttributeValue>? Item { get; }

    /// <summary>The template of the <see cref="UniqueAttribute"/> whose value is another item's, where that is the reason; null otherwise.</summary>
    public string? UniqueConstraint { get; init; }

    /// <summary>Reads <see cref="Item"/> as an entity.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <returns>The entity, or null when there is no item.</returns>
    /// <exception cref="ItemFormatException">The item is not one of this entity.</exception>
    /// <exception cref="UnknownVersionException">The item is newer than this build.</exception>
    public TEntity? ItemAs<TEntity, TMarshaller>()
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> => Item is null ? null : AttributeMap.Read<TEntity, TMarshaller>(Item);

    /// <summary>The slot, its access pattern and the reason; never a value.</summary>
    public override string ToString() =>
        Condition is { } condition and not ConditionFailureReason.Condition
            ? $"slot {Slot} ({AccessPattern}): {Reason}, {condition}"
            : $"slot {Slot} ({AccessPattern}): {Reason}";
}
