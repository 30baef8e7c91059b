namespace DynamoGen;

/// <summary>
/// Makes a property of the type <see cref="Regions.Values.RegionalCount"/> a counter that all regions of a global table add to. Each region adds to an
/// attribute of its own, such as <c>Views@eu-west-1</c>, and reads sum them. It only grows: an <c>[Update("ADD Views {by}")]</c> adds to it, and nothing else
/// changes it.
/// </summary>
/// <param name="formerRegions">The regions that had a replica and have none any more; what they counted still counts.</param>
/// <remarks><see cref="RegionalAttribute"/> says what entity and table need.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RegionalCounterAttribute(params string[] formerRegions) : RegionalAttribute(formerRegions);
