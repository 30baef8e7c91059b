namespace DynamoGen;

/// <summary>
/// Sets a text to the system name of the region of each write, such as <c>eu-west-1</c>, updates of some attributes included. The entity is a record.
/// </summary>
/// <remarks>
/// DynamoDB keeps neither the region nor the time by which it resolves conflicts in the item; see
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UpdatedRegionAttribute : Attribute;
