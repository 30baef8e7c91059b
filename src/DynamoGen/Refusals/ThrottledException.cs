using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>DynamoDB throttled a request, also when the SDK had retried it as often as it is configured to. Nothing was read or written.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/throttling-diagnosing.html">diagnosing throttling</see>.</remarks>
public sealed class ThrottledException : RequestRefusedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="reason">Why, as DynamoDB says it, or null.</param>
    /// <param name="resource">The table or index, or null.</param>
    /// <param name="innerException">The SDK's exception.</param>
    public ThrottledException(string accessPattern, string? reason = null, string? resource = null, AmazonDynamoDBException? innerException = null)
        : base(accessPattern, Describe(accessPattern, reason, resource), innerException)
    {
        Reason = reason;
        Resource = resource;
    }

    /// <summary>
    /// Why, such as <c>TableWriteProvisionedThroughputExceeded</c> or <c>IndexReadKeyRangeThroughputExceeded</c>; null when the server does not say.
    /// </summary>
    public string? Reason { get; }

    /// <summary>The ARN of the table or index whose capacity did not suffice; null when the server does not say.</summary>
    public string? Resource { get; }

    private static string Describe(string accessPattern, string? reason, string? resource) => (reason, resource) switch
    {
        (null, _) => $"{accessPattern} was throttled.",
        (_, null) => $"{accessPattern} was throttled: {reason}.",
        _ => $"{accessPattern} was throttled: {reason} of {resource}.",
    };
}
