namespace DynamoGen;

/// <summary>Leaves a property out of the item; it is neither written nor read.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IgnoreAttribute : Attribute;
