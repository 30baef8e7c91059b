namespace DynamoGen;

/// <summary>
/// Stores the instants of a property, DateTimeOffset or DateTime, as a Number of whole seconds since 1970-01-01 in UTC, the form that Time
/// to Live reads. A fraction of a second is cut off when it is written; an instant before 1970 is negative. It is read back as UTC. In a
/// collection it applies to the elements.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-before-you-start.html">computing Time to Live</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EpochSecondsAttribute : Attribute;
