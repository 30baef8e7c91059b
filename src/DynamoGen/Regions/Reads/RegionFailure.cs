using System.Net.Sockets;
using Amazon.Runtime;
using DynamoGen.Refusals;

namespace DynamoGen.Regions.Reads;

/// <summary>What a failed read says of its region.</summary>
internal static class RegionFailure
{
    private const int FirstServerError = 500;

    /// <summary>True where the region did not answer, false where it did, null where the failure says nothing.</summary>
    /// <param name="failure">What the read ended with.</param>
    /// <param name="cancellationToken">The caller's token, whose cancellation is none of the region's doing.</param>
    public static bool? IsOfRegion(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException => cancellationToken.IsCancellationRequested ? null : true,
        _ when Throttling.Is(failure) => null,
        AmazonServiceException { StatusCode: not 0 } service => (int)service.StatusCode >= FirstServerError,
        HttpRequestException or IOException or SocketException or TimeoutException => true,
        AmazonClientException { InnerException: { } cause } => IsOfRegion(cause, cancellationToken),
        AmazonServiceException { InnerException: { } cause } => IsOfRegion(cause, cancellationToken),
        _ => null,
    };
}
