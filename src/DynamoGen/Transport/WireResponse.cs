using Amazon.Runtime;

namespace DynamoGen.Transport;

/// <summary>The response that the SDK's pipeline hands on: metadata only, because the body is read into pooled memory.</summary>
internal sealed class WireResponse : AmazonWebServiceResponse;
