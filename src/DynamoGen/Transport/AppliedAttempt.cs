using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace DynamoGen.Transport;

/// <summary>
/// Tells by an exception whether the write that ended with it may have been applied nevertheless: its last attempt, or one before it, reached DynamoDB and
/// its answer was lost. Each transport marks its exceptions so.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">error handling with DynamoDB</see>: after a status
/// of 500, a write may have succeeded or failed.
/// </remarks>
public static class AppliedAttempt
{
    private const string Key = "DynamoGen.MayHaveBeenApplied";

    /// <summary>Marks an exception of a request that may have been applied.</summary>
    /// <param name="exception">The exception that the call ends with.</param>
    public static void Mark(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        exception.Data[Key] = true;
    }

    /// <summary>Whether an exception is marked.</summary>
    /// <param name="exception">The exception that a call ended with.</param>
    public static bool IsIn(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data.Contains(Key);
    }

    /// <summary>
    /// Whether DynamoDB may have applied a request of which one attempt ended so: an answer that did not arrive whole or in time, or a server error. Where no
    /// connection was made, nothing was sent; every other refusal says that nothing was written.
    /// </summary>
    internal static bool IsPossible(Exception failure) => failure switch
    {
        AmazonServiceException refused => (int)refused.StatusCode >= (int)HttpStatusCode.InternalServerError || refused.StatusCode == 0,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => false,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound } => false,
        AmazonClientException { InnerException: { } cause } => IsPossible(cause),
        _ => true,
    };
}
