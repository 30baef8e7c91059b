namespace DynamoGen;

/// <summary>
/// Says that one region writes all items of a <see cref="TableAttribute">table</see>, and that the others read them: no write is lost to another. Another
/// region takes the writes over by a failover alone.
/// </summary>
/// <param name="region">The region's system name, such as <c>us-east-1</c>: one of the table's replicas.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/prescriptive-guidance/latest/dynamodb-global-tables/write-modes.html">write modes of global tables</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OneRegionAttribute(string region) : Attribute
{
    /// <summary>The region's system name.</summary>
    public string Region { get; } = region;
}
