using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace DynamoGen.Transport;

/// <summary>What all requests of one operation of an AWS service have in common on the wire.</summary>
internal abstract record HttpOperation
{
    private const string FirstHeaders = "content-type;host;x-amz-date";
    private const string TokenHeader = ";x-amz-security-token";

    /// <param name="target">The value of the <c>X-Amz-Target</c> header; null for protocols that have none.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> header.</param>
    /// <param name="apiVersion">The version of the service's interface.</param>
    protected HttpOperation(string? target, string contentType, string apiVersion)
    {
        var last = target is null ? string.Empty : ";x-amz-target";
        (Target, ApiVersion) = (target, apiVersion);
        ContentType = MediaTypeHeaderValue.Parse(contentType);
        CanonicalContentType = Encoding.UTF8.GetBytes($"content-type:{ContentType}\nhost:");
        SignedHeaders = FirstHeaders + last;
        SignedHeadersWithToken = FirstHeaders + TokenHeader + last;
    }

    /// <summary>The value of the <c>X-Amz-Target</c> header; null for protocols that have none.</summary>
    public string? Target { get; }

    /// <summary>The version of the service's interface.</summary>
    public string ApiVersion { get; }

    public MediaTypeHeaderValue ContentType { get; }

    /// <summary>The content type as it is signed, up to where the host follows.</summary>
    public byte[] CanonicalContentType { get; }

    /// <summary>The names of the headers that are signed.</summary>
    public string SignedHeaders { get; }

    /// <summary>The names of the headers that are signed where the credentials have a token.</summary>
    public string SignedHeadersWithToken { get; }

    /// <summary>The largest response that is accepted whatever the request asks for, in bytes.</summary>
    public int ResponseLimit { get; init; } = ResponseBody.Limit;

    /// <summary>The service's name in messages.</summary>
    public virtual string Service => "DynamoDB";

    /// <summary>Makes the exception of an error response.</summary>
    /// <param name="response">The response with its body.</param>
    /// <param name="innerException">What the pipeline made of it.</param>
    public abstract AmazonServiceException ReadError(ErrorResponse response, Exception innerException);

    /// <summary>Makes the exception of a status that the service does not give.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="requestId">The identifier of the request, or null.</param>
    /// <param name="status">The status.</param>
    public virtual AmazonServiceException Unexpected(string message, string? requestId, HttpStatusCode status) =>
        new AmazonDynamoDBException(message, ErrorType.Unknown, errorCode: null, requestId, status);
}
