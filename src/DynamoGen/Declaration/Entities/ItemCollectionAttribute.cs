namespace DynamoGen;

/// <summary>
/// Marks a partial record or class that gathers the entities of one item collection (items with one partition key), read by one Query: a member typed
/// as an entity takes its only item, a member typed as a list of an entity takes all of them in sort order.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ItemCollectionAttribute : Attribute;
