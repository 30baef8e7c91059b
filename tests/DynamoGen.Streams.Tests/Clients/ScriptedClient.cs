using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Tests.Scripted;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>Makes clients of a scripted server.</summary>
internal static class ScriptedClient
{
    public static StreamClient Connect(this ScriptedStreams server, Action<AmazonDynamoDBConfig>? configure = null, AWSCredentials? credentials = null)
    {
        var config = new AmazonDynamoDBConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" };
        configure?.Invoke(config);
        return new StreamClient(config, credentials ?? new BasicAWSCredentials("access", "secret"), null, DirectConnection.Handler(config), new Impatient());
    }

    /// <summary>Makes every pause between two attempts nothing.</summary>
    private sealed class Impatient : Random
    {
        public override double NextDouble() => 0;
    }
}
