namespace DynamoGen;

/// <summary>
/// Answers a GetItem from the registered <c>HybridCache</c>, where it has the item. What another process writes is seen after the given time at the latest;
/// what this process writes, at once. On anything else than a GetItem that is eventually consistent it is a build error.
/// </summary>
/// <param name="seconds">How many seconds after it was read from DynamoDB an item may still be returned; at least 1.</param>
/// <remarks>See <see href="https://learn.microsoft.com/aspnet/core/performance/caching/hybrid">HybridCache</see>, and <c>docs/caching.md</c>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CachedAttribute(int seconds) : Attribute
{
    /// <summary>How many seconds after it was read from DynamoDB an item may still be returned.</summary>
    public int Seconds { get; } = seconds;
}
