namespace DynamoGen;

/// <summary>
/// Leaves a property out of the item while it has its type's default value: zero, false, an empty text or an empty collection. An item without the
/// attribute reads as that value, whatever initial value the property has. What is null is always left out, so that this is for types that cannot be null.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OmitDefaultAttribute : Attribute;
