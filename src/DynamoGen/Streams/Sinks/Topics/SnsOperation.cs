using System.Net;
using Amazon.Runtime;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Transport;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>PublishBatch of SNS, whose protocol is AWS's Query protocol: forms that are answered with XML.</summary>
internal sealed record SnsOperation : HttpOperation
{
    public static readonly ServiceHost Host = new("SNS", "sns", "2010-03-31");

    public static readonly SnsOperation PublishBatch = new();

    private SnsOperation()
        : base(target: null, "application/x-www-form-urlencoded", Host.ApiVersion)
    {
    }

    public override string Service => Host.ServiceId;

    public override AmazonServiceException ReadError(ErrorResponse response, Exception innerException)
    {
        // The error is a child of the root; some servers answer with it alone.
        var root = QueryXml.Root(response.Body.ToArray());
        var error = root?.Child("Error") ?? root;
        var code = error?.Text("Code");
        return new AwsServiceException(
            Service,
            error?.Text("Message") ?? code ?? $"{Service} answered with the status {(int)response.StatusCode}.",
            code,
            error?.Text("Type") switch { "Sender" => ErrorType.Sender, "Receiver" => ErrorType.Receiver, _ => ErrorType.Unknown },
            root?.Text("RequestId") ?? RequestId(response),
            response.StatusCode,
            innerException);
    }

    public override AmazonServiceException Unexpected(string message, string? requestId, HttpStatusCode status) =>
        new AwsServiceException(Service, message, errorCode: null, ErrorType.Unknown, requestId, status);

    private static string? RequestId(ErrorResponse response) =>
        response.GetHeaderValue("x-amzn-RequestId") is { Length: > 0 } requestId ? requestId : null;
}
