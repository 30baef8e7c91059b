using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace DynamoGen.Transport.Direct;

/// <summary>Refuses a configuration of which the direct transport would ignore a part.</summary>
internal static class UnfollowedSettings
{
    /// <exception cref="InvalidOperationException">A setting has an effect in the SDK's pipeline only.</exception>
    public static void Refuse(AmazonDynamoDBConfig config)
    {
        if (Found(config) is { } setting)
        {
            throw new InvalidOperationException(
                $"{setting} has an effect in the AWS SDK's pipeline only. Set options.Transport = TransportKind.Sdk, or leave it out.");
        }
    }

    private static string? Found(AmazonDynamoDBConfig config) =>
        config.HttpClientFactory is not null ? nameof(config.HttpClientFactory)
        : config.EndpointDiscoveryEnabled ? nameof(config.EndpointDiscoveryEnabled)
        : config.RetryMode != RequestRetryMode.Standard ? $"{nameof(config.RetryMode)} {config.RetryMode}"
        : null;
}
