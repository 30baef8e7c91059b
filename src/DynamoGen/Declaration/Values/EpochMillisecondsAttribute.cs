namespace DynamoGen;

/// <summary>
/// Stores the instants of a property, DateTimeOffset or DateTime, as a Number of whole milliseconds since 1970-01-01 in UTC. A fraction of a
/// millisecond is cut off when it is written. It is read back as UTC. In a collection it applies to the elements. Time to Live does not read this
/// form: use <see cref="EpochSecondsAttribute"/> for it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EpochMillisecondsAttribute : Attribute;
