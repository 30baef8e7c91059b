using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace DynamoGen.Transport.Direct;

/// <summary>How often the requests of a service are sent, and how long is waited in between, by the SDK's standard mode of retries.</summary>
/// <param name="DefaultAttempts">How often a request is sent at most, unless the configuration says otherwise.</param>
/// <param name="Base">The longest first pause after a fault that is not throttling.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">retry behavior</see>.</remarks>
internal sealed record RetryPace(int DefaultAttempts, TimeSpan Base)
{
    /// <summary>DynamoDB and its streams, which answer fast.</summary>
    public static readonly RetryPace DynamoDb = new(4, TimeSpan.FromMilliseconds(25));

    /// <summary>Every other service.</summary>
    public static readonly RetryPace OtherServices = new(3, TimeSpan.FromMilliseconds(50));

    private static readonly TimeSpan BaseOfThrottling = TimeSpan.FromMilliseconds(1000);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    /// <summary>How much longer than the computed delay a server can ask to wait.</summary>
    private static readonly TimeSpan MostBeyond = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often a request is sent at most: <c>MaxErrorRetry</c>, <c>AWS_MAX_ATTEMPTS</c> or the shared configuration file, or else the service's own.
    /// </summary>
    public int Attempts(IClientConfig config) =>
        Math.Max(1, config.IsMaxErrorRetrySet ? config.MaxErrorRetry + 1 : FallbackInternalConfigurationFactory.MaxAttempts ?? DefaultAttempts);

    /// <summary>The pause before a further attempt.</summary>
    /// <param name="kind">The fault of the last one.</param>
    /// <param name="retry">The number of the retry, from 1.</param>
    /// <param name="random">A number from 0 to 1, which is not 1.</param>
    /// <param name="asked">What the server asked for in <c>x-amz-retry-after</c>, or null.</param>
    public TimeSpan Delay(FaultKind kind, int retry, double random, TimeSpan? asked)
    {
        var first = kind == FaultKind.Throttling ? BaseOfThrottling : Base;
        var most = retry > 30 ? LongestDelay : TimeSpan.FromTicks(Math.Min(first.Ticks << (retry - 1), LongestDelay.Ticks));
        var computed = most * random;
        return asked is { } wanted ? TimeSpan.FromTicks(Math.Clamp(wanted.Ticks, computed.Ticks, (computed + MostBeyond).Ticks)) : computed;
    }
}
