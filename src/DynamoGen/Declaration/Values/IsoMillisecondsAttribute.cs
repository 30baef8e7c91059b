namespace DynamoGen;

/// <summary>
/// Stores the instants of a property, DateTimeOffset or DateTime, as text in UTC with three digits behind the second,
/// <c>2012-07-04T00:00:00.000Z</c>, as JavaScript's <c>toISOString</c> and the SDK's DynamoDBContext do. A fraction of a millisecond is cut off when it is
/// written.
/// </summary>
/// <remarks>
/// It is read back as UTC, whatever its digits are; a DateTime of unspecified kind is taken to be in UTC. In a collection it applies to the elements. Texts
/// compare as the instants do where all have three digits: take it where other programs write a key, or what is compared with it.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IsoMillisecondsAttribute : Attribute;
