using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace DynamoGen.Transport.Direct;

/// <summary>
/// The SDK's standard mode of retries as it has been for DynamoDB since November 2026 (AWSSDK.Core 4.0.103.0). Every number of it stands here. See
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">retry behavior</see>.
/// </summary>
internal static class RetryRules
{
    /// <summary>How often a request of DynamoDB is sent at most, unless the configuration says otherwise.</summary>
    public const int DefaultAttempts = 4;

    /// <summary>The tokens of an endpoint's bucket.</summary>
    public const int Quota = 500;

    /// <summary>The tokens of a retry after a transient fault or a timeout.</summary>
    public const int CostOfTransient = 14;

    /// <summary>The tokens of a retry after throttling.</summary>
    public const int CostOfThrottling = 5;

    /// <summary>The tokens that a request gives back that succeeds at once.</summary>
    public const int GainOfSuccess = 1;

    /// <summary>How far two clocks must differ for a refusal to be put down to it; AWS takes signatures that are 5 minutes old.</summary>
    public static readonly TimeSpan LeastSkew = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan Base = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan BaseOfThrottling = TimeSpan.FromMilliseconds(1000);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    /// <summary>How much longer than the computed delay a server can ask to wait.</summary>
    private static readonly TimeSpan MostBeyond = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> ThrottlingCodes =
    [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "RequestThrottled", "TooManyRequestsException",
        "ProvisionedThroughputExceededException", "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded",
        "LimitExceededException", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException",
    ];

    private static readonly HashSet<string> TransientCodes = ["RequestTimeout", "RequestTimeoutException", "InternalServerError", "InternalError"];

    private static readonly HashSet<string> SkewCodes =
    [
        "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure", "RequestTimeTooSkewed", "AccessDeniedException", "RequestExpired",
        "RequestInTheFuture",
    ];

    /// <summary>
    /// How often a request is sent at most: <c>MaxErrorRetry</c>, <c>AWS_MAX_ATTEMPTS</c> or the shared configuration file, or else DynamoDB's own.
    /// </summary>
    public static int Attempts(IClientConfig config) =>
        config.IsMaxErrorRetrySet ? config.MaxErrorRetry + 1 : FallbackInternalConfigurationFactory.MaxAttempts ?? DefaultAttempts;

    /// <summary>What kind of fault an attempt ended with.</summary>
    public static FaultKind KindOf(Exception failure) => failure switch
    {
        ResponseTooLargeException => FaultKind.Final,
        AmazonServiceException refused => KindOf(refused),
        IOException or HttpRequestException or TimeoutException => FaultKind.Transient,
        _ => FaultKind.Final,
    };

    /// <summary>Whether a refusal can mean that the caller's clock is wrong.</summary>
    public static bool CanBeSkew(AmazonServiceException refused) => refused.ErrorCode is { } code && SkewCodes.Contains(code);

    /// <summary>The pause before a further attempt.</summary>
    /// <param name="kind">The fault of the last one.</param>
    /// <param name="retry">The number of the retry, from 1.</param>
    /// <param name="random">A number from 0 to 1, which is not 1.</param>
    /// <param name="asked">What the server asked for in <c>x-amz-retry-after</c>, or null.</param>
    public static TimeSpan Delay(FaultKind kind, int retry, double random, TimeSpan? asked)
    {
        var first = kind == FaultKind.Throttling ? BaseOfThrottling : Base;
        var most = retry > 30 ? LongestDelay : TimeSpan.FromTicks(Math.Min(first.Ticks << (retry - 1), LongestDelay.Ticks));
        var computed = most * random;
        return asked is { } wanted ? TimeSpan.FromTicks(Math.Clamp(wanted.Ticks, computed.Ticks, (computed + MostBeyond).Ticks)) : computed;
    }

    private static FaultKind KindOf(AmazonServiceException refused) =>
        refused.StatusCode == HttpStatusCode.TooManyRequests || (refused.ErrorCode is { } code && ThrottlingCodes.Contains(code)) ? FaultKind.Throttling
        : refused.StatusCode
                is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            || (refused.ErrorCode is { } other && TransientCodes.Contains(other)) ? FaultKind.Transient
        : FaultKind.Final;
}

/// <summary>What kind of fault an attempt ended with.</summary>
internal enum FaultKind
{
    /// <summary>Another attempt would end the same.</summary>
    Final,

    /// <summary>The connection, the server or the time; another attempt may succeed at once.</summary>
    Transient,

    /// <summary>Too many requests; another attempt may succeed later.</summary>
    Throttling,
}
