namespace DynamoGen;

/// <summary>
/// Says that each item of a <see cref="TableAttribute">table</see> has a home region, which alone writes it: no write is lost to another. Every entity of the
/// table has the property, whose value is a region's system name, and which is part of the partition key, so that each access pattern knows it.
/// </summary>
/// <param name="property">The property's name, as in <c>[HomeRegion(nameof(Order.Home))]</c>.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/prescriptive-guidance/latest/dynamodb-global-tables/write-modes.html">write modes of global tables</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HomeRegionAttribute(string property) : Attribute
{
    /// <summary>The property's name.</summary>
    public string Property { get; } = property;
}
