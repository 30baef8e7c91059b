namespace DynamoGen;

/// <summary>
/// Makes a property of the type <see cref="Regions.Counters.RegionalCount"/> a counter that all regions of a global table add to. Each region adds to an
/// attribute of its own, such as <c>Views@eu-west-1</c>, and reads sum them. It only grows: an <c>[Update("ADD Views {by}")]</c> adds to it, and nothing else
/// changes it.
/// </summary>
/// <param name="formerRegions">The regions that had a replica and have none any more; what they counted still counts.</param>
/// <remarks>
/// The entity has an <see cref="UpdatedRegionAttribute"/>, by which a stream tells the writes of its region from those that arrive, and its table several
/// replicas and a stream with both images. The last writer wins with the whole item, so that what a region counted can be overwritten by another region's
/// write:
/// <c>AddCounterRepair</c> adds it again. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RegionalCounterAttribute(params string[] formerRegions) : Attribute
{
    /// <summary>The regions that had a replica and have none any more.</summary>
    public IReadOnlyList<string> FormerRegions { get; } = formerRegions;
}
