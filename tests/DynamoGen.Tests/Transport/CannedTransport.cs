using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Transport;

/// <summary>Connects to a canned server, with one retry, and sends it one request.</summary>
internal static class CannedTransport
{
    public static readonly byte[] Request = """{"TableName":"orders","Key":{"pk":{"S":"A"}}}"""u8.ToArray();

    public static SdkTransport Connect(CannedServer server, Action<AmazonDynamoDBConfig>? configure = null)
    {
        var config = new AmazonDynamoDBConfig
        {
            ServiceURL = server.Url,
            AuthenticationRegion = "eu-west-1",
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 1,
            MaxStaleConnectionRetries = 0,
            ThrottleRetries = false,
        };
        configure?.Invoke(config);
        return new SdkTransport(config, new BasicAWSCredentials("access", "secret"));
    }

    public static async Task<byte[]> SendAsync(
        SdkTransport transport,
        DynamoOperation operation = DynamoOperation.GetItem,
        CancellationToken cancellationToken = default)
    {
        using var response = await transport.SendAsync(operation, "orders", Request, cancellationToken);
        return response.Body.ToArray();
    }
}
