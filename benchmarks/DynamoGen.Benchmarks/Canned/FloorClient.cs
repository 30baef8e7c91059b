using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using DynamoGen.Transport;

namespace DynamoGen.Benchmarks.Canned;

/// <summary>
/// The SDK's pipeline with nothing in it: an empty request with its options, as each of the SDK's own calls makes them, an endpoint that is known, a
/// constant body, and a response that nobody reads.
/// </summary>
public sealed class FloorClient(byte[] response, Func<AmazonDynamoDBRequest> request, string operation)
    : AmazonDynamoDBClient(new BasicAWSCredentials("id", "secret"), KnownEndpoint.In(CannedClients.Config(response)))
{
    private readonly Marshaller _marshaller = new(operation);
    private readonly Unmarshaller _unmarshaller = new();

    public Task CallAsync() => InvokeAsync<WireResponse>(
        request(), new InvokeOptions { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller }, CancellationToken.None);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.ReplaceHandler<AmazonDynamoDBEndpointResolver>(new KnownEndpoint());
    }

    private sealed class Marshaller(string operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        private static readonly byte[] Body = "{}"u8.ToArray();

        private readonly string _target = "DynamoDB_20120810." + operation;

        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, "Amazon.DynamoDBv2") { HttpMethod = "POST", ResourcePath = "/", Content = Body };
            request.Headers["X-Amz-Target"] = _target;
            request.Headers["Content-Type"] = "application/x-amz-json-1.0";
            request.Headers["x-amz-api-version"] = "2012-08-10";
            return request;
        }
    }

    private sealed class Unmarshaller : ResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input) => new WireResponse();

        protected override UnmarshallerContext ConstructUnmarshallerContext(
            Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) => new WireContext(response);

        protected override UnmarshallerContext ConstructUnmarshallerContext(
            Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
            new WireContext(response);
    }
}
