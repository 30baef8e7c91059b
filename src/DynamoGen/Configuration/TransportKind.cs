namespace DynamoGen;

/// <summary>What carries requests to DynamoDB; see <c>docs/transports.md</c>.</summary>
public enum TransportKind
{
    /// <summary>HTTP without the SDK's pipeline, with its credentials, endpoints, retries and exceptions: a fraction of its time and memory.</summary>
    Direct,

    /// <summary>The AWS SDK's own pipeline, with its handlers.</summary>
    Sdk,
}
