using System.Net;
using Amazon.Runtime;

namespace DynamoGen.Transport.Direct;

/// <summary>
/// What the SDK's standard mode of retries takes for which fault, and what a retry costs, as it has been since November 2026 (AWSSDK.Core 4.0.103.0); how
/// often and when, <see cref="RetryPace"/> says. See
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">retry behavior</see>.
/// </summary>
internal static class RetryRules
{
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

    /// <summary>What kind of fault a service names by a code, with which it also refuses single entries of a batch.</summary>
    public static FaultKind KindOf(string code) =>
        ThrottlingCodes.Contains(code) ? FaultKind.Throttling : TransientCodes.Contains(code) ? FaultKind.Transient : FaultKind.Final;

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
