namespace DynamoGen;

/// <summary>
/// Stores an enum as the Number of its member rather than by its name: on the enum wherever it is used, on a property there alone. In a
/// collection it applies to the elements and to a dictionary's keys. A number that is no member's is an error, unless the enum has
/// <c>[Flags]</c>; those are always stored as Numbers.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Enum)]
public sealed class EnumAsNumberAttribute : Attribute;
