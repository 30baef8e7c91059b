using System.Buffers;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>
/// One call through the SDK's pipeline, over as many attempts as it takes: it is the request's marshaller and the
/// response's unmarshaller, and owns the response's pooled memory until <see cref="TakeResponse"/>.
/// </summary>
internal sealed class WireCall(
    WireOperation operation, string tableName, ReadOnlyMemory<byte> body, int responseLimit, DynamoGenTelemetry? telemetry)
    : ResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>, IDisposable
{
    private TransportResponse? _response;
    private JsonUnmarshallerContext? _error;

    public WireOperation Operation => operation;

    public string TableName => tableName;

    /// <summary>The largest response of the request, in bytes.</summary>
    public int ResponseLimit => responseLimit;

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        // The SDK signs and sends a pooled stream without copying it, and gives its memory back when the call ends.
        var content = new PooledContentStream(body.Length);
        content.BufferWriter.Write(body.Span);
        var request = new DefaultRequest(input, "Amazon.DynamoDBv2")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            ContentStream = content,
        };
        request.Headers["X-Amz-Target"] = operation.Target;
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        request.Headers["x-amz-api-version"] = "2012-08-10";
        return request;
    }

    /// <summary>Takes over one attempt's response; a former attempt's is given back.</summary>
    public void Receive(TransportResponse response)
    {
        _response?.Dispose();
        _response = response;
    }

    public TransportResponse TakeResponse()
    {
        var response = _response ?? throw new InvalidOperationException("The pipeline ended without a response.");
        _response = null;
        return response;
    }

    public void Dispose()
    {
        _response?.Dispose();
        _error?.Dispose();
    }

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input) => new WireResponse
    {
        ResponseMetadata = new ResponseMetadata { RequestId = input.ResponseData.GetHeaderValue("x-amzn-RequestId") },
    };

    public override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var exception = operation.Unmarshaller.UnmarshallException(input, innerException, statusCode);
        telemetry?.RequestFailed(operation.Name, tableName, exception);
        return exception;
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        ConstructUnmarshallerContext(responseStream, maintainResponseBody, response, isException, null!);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
        isException ? ErrorContext(responseStream, maintainResponseBody, response, requestContext) : new WireContext(response);

    /// <summary>The SDK never disposes the context in which it reads an error, which keeps a pooled array until then.</summary>
    private JsonUnmarshallerContext ErrorContext(Stream responseStream, bool maintainResponseBody, IWebResponseData response, IRequestContext requestContext)
    {
        _error?.Dispose();
        return _error = new JsonUnmarshallerContext(responseStream, maintainResponseBody, response, isException: true, requestContext);
    }
}
