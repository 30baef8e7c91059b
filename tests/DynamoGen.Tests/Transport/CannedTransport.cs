using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Tests.Transport;

/// <summary>Connects to a canned server, with one retry, and sends it one request.</summary>
internal static class CannedTransport
{
    public static readonly BasicAWSCredentials Credentials = new("access", "secret");

    public static readonly byte[] Request = """{"TableName":"orders","Key":{"pk":{"S":"A"}}}"""u8.ToArray();

    public static SdkTransport Connect(CannedServer server, Action<AmazonDynamoDBConfig>? configure = null) => new(Config(server, configure), Credentials);

    public static DirectTransport ConnectDirectly(CannedServer server, Action<AmazonDynamoDBConfig>? configure = null) =>
        new(Config(server, configure), Credentials);

    public static AmazonDynamoDBConfig Config(CannedServer server, Action<AmazonDynamoDBConfig>? configure = null)
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
        return config;
    }

    public static async Task<byte[]> SendAsync(
        ITransport transport,
        DynamoOperation operation = DynamoOperation.GetItem,
        CancellationToken cancellationToken = default,
        string? body = null)
    {
        var bytes = body is null ? Request : Encoding.UTF8.GetBytes(body);
        using var response = await transport.SendAsync(new(operation, "orders", bytes), cancellationToken);
        return response.Body.ToArray();
    }
}
