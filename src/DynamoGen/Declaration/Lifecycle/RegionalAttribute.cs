namespace DynamoGen;

/// <summary>Marks a property of which each region of a global table has a part, in an attribute of its own.</summary>
/// <param name="formerRegions">The regions that had a replica and have none any more; what they wrote is still read.</param>
/// <remarks>
/// The entity has an <see cref="UpdatedRegionAttribute"/>, by which a stream tells the writes of its region from those that arrive, and its table several
/// replicas and a stream with both images. The last writer wins with the whole item, so that a region's part can be overwritten by another region's write:
/// <c>AddRegionalRepair</c> puts it back. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class RegionalAttribute(string[] formerRegions) : Attribute
{
    /// <summary>The regions that had a replica and have none any more.</summary>
    public IReadOnlyList<string> FormerRegions { get; } = formerRegions;
}
