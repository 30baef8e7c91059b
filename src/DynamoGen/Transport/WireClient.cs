using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace DynamoGen.Transport;

/// <summary>The SDK's client with one more way in: a request's bytes, and back a response's bytes.</summary>
internal sealed class WireClient : AmazonDynamoDBClient
{
    private readonly EndpointOperationDelegate _endpointOperation;

    /// <param name="credentials">The credentials, or null for the SDK's default chain.</param>
    /// <param name="config">The configuration.</param>
    /// <param name="isConfigShared">Whether another client has the configuration too, which is then left as it is; endpoints are worked out each time.</param>
    public WireClient(AWSCredentials? credentials, AmazonDynamoDBConfig config, bool isConfigShared = false)
        : base(credentials, config)
    {
        if (!isConfigShared)
        {
            EndpointMemory.Equip(config);
        }

        _endpointOperation = EndpointOperation;
    }

    public Task SendAsync(WireCall call, CancellationToken cancellationToken)
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = call,
            ResponseUnmarshaller = call,
            EndpointDiscoveryMarshaller = call.Operation.EndpointDiscovery,
            EndpointOperation = _endpointOperation,
        };
        return InvokeAsync<WireResponse>(call.Operation.CreateRequest(call.TableName), options, cancellationToken);
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.ReplaceHandler<AmazonDynamoDBEndpointResolver>(new EndpointMemory());
        pipeline.AddHandlerAfter<Unmarshaller>(new ResponseReader());
    }
}
