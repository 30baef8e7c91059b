using Amazon.Runtime;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Clients;

/// <summary>One request of DynamoDB Streams. All of them read only.</summary>
internal readonly struct StreamCall(StreamOperation operation, ReadOnlyMemory<byte> body, StreamEndpoint endpoint) : IDirectCall
{
    public HttpOperation Operation => operation;

    public ReadOnlyMemory<byte> Body => body;

    public int ResponseLimit => operation.ResponseLimit;

    public bool IsRepeatable => true;

    public DirectEndpoint Endpoint(ImmutableCredentials credentials) => endpoint.Value;

    public ObservedRequest? Observer => null;

    public void Refused(AmazonServiceException refusal)
    {
    }
}
