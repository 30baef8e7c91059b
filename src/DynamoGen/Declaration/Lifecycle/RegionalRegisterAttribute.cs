namespace DynamoGen;

/// <summary>
/// Makes a property of the type <see cref="Regions.Values.RegionalRegister{T}"/> a value that all regions of a global table may set, each in an attribute of
/// its own, such as <c>Title@eu-west-1</c>. The one that was set last is the value.
/// </summary>
/// <param name="formerRegions">The regions that had a replica and have none any more; what they wrote is still read.</param>
/// <remarks><see cref="RegionalAttribute"/> says what entity and table need.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RegionalRegisterAttribute(params string[] formerRegions) : RegionalAttribute(formerRegions);
