namespace DynamoGen;

/// <summary>
/// Marks the DateTimeOffset or DateTime, which may be null, after which an item counts as gone. It is stored as epoch seconds in the attribute
/// that the table names by <see cref="TableAttribute.TimeToLive"/>. DynamoDB deletes such items only within days; until then reads leave them
/// out and writes treat them as absent.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to Live</see>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TimeToLiveAttribute : Attribute;
