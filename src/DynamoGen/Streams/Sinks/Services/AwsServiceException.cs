using System.Net;
using Amazon.Runtime;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>
/// A service that a sink calls refused a whole request, or its answer is none. The code is in <see cref="AmazonServiceException.ErrorCode"/>, null where the
/// answer has none; the status is in <see cref="AmazonServiceException.StatusCode"/>.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html">common errors</see>.</remarks>
public sealed class AwsServiceException : AmazonServiceException
{
    internal AwsServiceException(
        string service, string message, string? errorCode, ErrorType type, string? requestId, HttpStatusCode status, Exception? innerException = null)
        : base(message, innerException, type, errorCode, requestId, status) => Service = service;

    /// <summary>The service's name, such as <c>SNS</c>.</summary>
    public string Service { get; }
}
