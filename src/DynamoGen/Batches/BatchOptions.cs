namespace DynamoGen.Batches;

/// <summary>How patiently batches send again what DynamoDB left unprocessed. The SDK's own retries of a throttled request come before.</summary>
/// <remarks>
/// Delays are random, between nothing and a bound that doubles with each request in a row of which nothing was processed. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html#Programming.Errors.BatchOperations">batch operations and error handling</see>.
/// </remarks>
public sealed class BatchOptions
{
    /// <summary>The most requests in a row of which nothing was processed; then the call ends with a <see cref="BatchIncompleteException"/>. Default 10, at least 1.</summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>The bound of the first delay. Default 50 ms.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest delay. Default 20 s, at most a day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A random delay before the next request.</summary>
    /// <param name="attempts">How many requests in a row were in vain.</param>
    internal TimeSpan Delay(int attempts)
    {
        var bound = Math.Min(MaxDelay.TotalMilliseconds, BaseDelay.TotalMilliseconds * Math.Pow(2, attempts));
        return TimeSpan.FromMilliseconds(bound * Random.Shared.NextDouble());
    }
}
