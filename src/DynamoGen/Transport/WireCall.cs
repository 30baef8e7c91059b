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
internal sealed class WireCall(WireOperation operation, string tableName, ReadOnlyMemory<byte> body, DynamoGenTelemetry? telemetry)
    : ResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>, IDisposable
{
    private TransportResponse? _response;

    public WireOperation Operation => operation;

    public string TableName => tableName;

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

    public void Dispose() => _response?.Dispose();

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
        isException
            ? new JsonUnmarshallerContext(responseStream, maintainResponseBody, response, isException, requestContext)
            : new WireContext(response);
}
