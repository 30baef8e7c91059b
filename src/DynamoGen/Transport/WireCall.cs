using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>
/// One call through the SDK's pipeline, over as many attempts as it takes: it is the request's marshaller and the
/// response's unmarshaller, and owns the response's pooled memory until <see cref="TakeResponse"/>.
/// </summary>
internal class WireCall : ResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>, IDisposable
{
    // There is one of these for every call, so that it holds as little as it can.
    private readonly byte[] _body;

    /// <summary>The table's name, or the observer, which knows it.</summary>
    private readonly object _destination;
    private readonly int _length;

    /// <summary>What the last attempt left: its response, or the context in which the SDK has read its error.</summary>
    private IDisposable? _held;

    protected WireCall(WireOperation operation, TransportRequest request)
    {
        Operation = operation;
        _destination = (object?)request.Observer ?? request.TableName;
        ResponseLimit = request.ResponseLimit ?? operation.ResponseLimit;
        _body = MemoryMarshal.TryGetArray(request.Body, out var segment) && segment is { Offset: 0, Array: { } array } ? array : request.Body.ToArray();
        _length = request.Body.Length;
    }

    public WireOperation Operation { get; }

    public string TableName => _destination as string ?? Observer!.TableName;

    /// <summary>What wants to know of the attempts; null where nothing does.</summary>
    public ObservedRequest? Observer => _destination as ObservedRequest;

    /// <summary>The largest response of the request, in bytes.</summary>
    public int ResponseLimit { get; }

    /// <summary>Whether an attempt of it may have been applied although its answer was lost.</summary>
    public virtual bool MayHaveBeenApplied => false;

    /// <summary>The call of a request.</summary>
    public static WireCall Of(WireOperation operation, TransportRequest request) =>
        operation.Writes ? new WireWrite(operation, request) : new WireCall(operation, request);

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        // The SDK signs and sends a pooled stream without copying it, and gives its memory back when the call ends.
        var content = new PooledContentStream(_length);
        content.BufferWriter.Write(_body.AsSpan(0, _length));
        var request = new DefaultRequest(input, "Amazon.DynamoDBv2")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            ContentStream = content,
        };
        request.Headers["X-Amz-Target"] = Operation.Target;
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        request.Headers["x-amz-api-version"] = "2012-08-10";
        return request;
    }

    /// <summary>Takes over one attempt's response; a former attempt's is given back.</summary>
    public void Receive(TransportResponse response) => Hold(response);

    /// <summary>Learns that an attempt ended without an answer, or with an error.</summary>
    /// <exception cref="UnrepeatableException">There must be no further attempt.</exception>
    public virtual void Failed(Exception failure)
    {
    }

    public TransportResponse TakeResponse()
    {
        var response = _held as TransportResponse ?? throw new InvalidOperationException("The pipeline ended without a response.");
        _held = null;
        response.MayHaveBeenApplied = MayHaveBeenApplied;
        return response;
    }

    public void Dispose() => _held?.Dispose();

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input) => new WireResponse
    {
        ResponseMetadata = new ResponseMetadata { RequestId = input.ResponseData.GetHeaderValue("x-amzn-RequestId") },
    };

    public override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var exception = input.ResponseData is ErrorResponse error
            ? ErrorReader.Read(Operation, error, innerException)
            : Operation.Unmarshaller.UnmarshallException(input, innerException, statusCode);
        Operation.Telemetry?.RequestFailed(Operation.Name, TableName, exception, Observer?.AccessPattern);
        Observer?.AttemptFailed(exception);
        Failed(exception);
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
        var context = new JsonUnmarshallerContext(responseStream, maintainResponseBody, response, isException: true, requestContext);
        Hold(context);
        return context;
    }

    private void Hold(IDisposable left)
    {
        _held?.Dispose();
        _held = left;
    }
}
