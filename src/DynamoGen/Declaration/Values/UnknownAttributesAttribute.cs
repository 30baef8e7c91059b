namespace DynamoGen;

/// <summary>
/// Keeps the attributes of an item, or of a nested map, that no other property stores, so that writing the entity back does not lose what another
/// application, or a newer version of this one, put there. The property is a <c>Dictionary&lt;string, AttributeValue&gt;</c> or one of its
/// interfaces, may be null, and is written after the others.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UnknownAttributesAttribute : Attribute;
