namespace DynamoGen;

/// <summary>How patiently batches send again what DynamoDB left unprocessed, and requests that it throttled as a whole.</summary>
/// <remarks>
/// <para>
/// Delays are random, between nothing and a bound that doubles with each request in a row of which nothing was processed.
/// </para>
/// <para>
/// A request that is throttled as a whole counts once here, after the SDK's own retries, which multiply with these. With the defaults of both,
/// the SDK makes up to 4 attempts of each of them, so that a batch ends after at most 40 attempts in vain;
/// <see cref="DynamoGenOptions.ConfigureClient"/> sets the SDK's part. An error of another kind ends a batch at once.
/// </para>
/// <para>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html#Programming.Errors.BatchOperations">batch
/// operations and error handling</see>.
/// </para>
/// </remarks>
public sealed class BatchOptions
{
    /// <summary>
    /// The most requests in a row of which nothing was processed; then the call ends with a <see cref="BatchIncompleteException"/>. Default 10, at least 1.
    /// </summary>
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
