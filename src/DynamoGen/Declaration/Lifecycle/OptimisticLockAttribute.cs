namespace DynamoGen;

/// <summary>
/// Counts the writes of an item in a property of type long, so that no write can undo another one that it did not know of: whatever writes the entity demands
/// the count that it read, and stores the next one. 0 stands for an item that does not exist yet. The entity is a record, whose copy carries the new count.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/BestPractices_OptimisticLocking.html">optimistic locking</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OptimisticLockAttribute : Attribute;
