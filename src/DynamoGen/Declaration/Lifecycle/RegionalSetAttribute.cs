namespace DynamoGen;

/// <summary>
/// Makes a property of the type <see cref="Regions.Values.RegionalSet{T}"/> a set that all regions of a global table add to and remove from, each in an
/// attribute of its own, such as <c>Tags@eu-west-1</c>. An element that one region adds while another one removes it stays.
/// </summary>
/// <param name="formerRegions">The regions that had a replica and have none any more; what they wrote is still read.</param>
/// <remarks><see cref="RegionalAttribute"/> says what entity and table need.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RegionalSetAttribute(params string[] formerRegions) : RegionalAttribute(formerRegions);
