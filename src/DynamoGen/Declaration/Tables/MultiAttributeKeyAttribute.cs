namespace DynamoGen;

/// <summary>
/// Puts an entity into a global index whose keys are of several attributes each: those of the entity's own properties, as they are stored. Nothing is
/// written for the index beside them.
/// </summary>
/// <param name="index">The name of an index that the entity's table declares with <see cref="GlobalIndexAttribute.PartitionKeys"/>.</param>
/// <remarks>
/// A query gives all of the partition key's attributes, and those of the sort key from the left, the last one perhaps by a range. A property that may
/// be null leaves the item out of the index while it is. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html">multi-attribute keys</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MultiAttributeKeyAttribute(string index) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Index { get; } = index;
}
