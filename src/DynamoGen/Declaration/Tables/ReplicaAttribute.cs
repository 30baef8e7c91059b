namespace DynamoGen;

/// <summary>Names one of the regions of a <see cref="TableAttribute">table</see> that is in several: a global table has two replicas at least.</summary>
/// <param name="region">The region's system name, such as <c>eu-west-1</c>.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html">global tables</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReplicaAttribute(string region) : Attribute
{
    /// <summary>The region's system name.</summary>
    public string Region { get; } = region;

    /// <summary>
    /// Whether the region only witnesses writes, and holds no items: one of the three regions of a <see cref="TableConsistency.Strong"/> table.
    /// </summary>
    public bool IsWitness { get; init; }
}
