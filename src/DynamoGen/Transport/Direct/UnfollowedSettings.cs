using Amazon.Runtime;

namespace DynamoGen.Transport.Direct;

/// <summary>Refuses a configuration of which what sends requests itself would ignore a part.</summary>
internal static class UnfollowedSettings
{
    /// <param name="config">The configuration.</param>
    /// <param name="remedy">What helps, as a sentence.</param>
    /// <exception cref="InvalidOperationException">A setting has an effect in the SDK's pipeline only.</exception>
    public static void Refuse(ClientConfig config, string remedy)
    {
        if (Found(config) is { } setting)
        {
            throw new InvalidOperationException($"{setting} has an effect in the AWS SDK's pipeline only. {remedy}");
        }
    }

    private static string? Found(ClientConfig config) =>
        config.HttpClientFactory is not null ? nameof(config.HttpClientFactory)
        : config.EndpointDiscoveryEnabled ? nameof(config.EndpointDiscoveryEnabled)
        : config.RetryMode != RequestRetryMode.Standard ? $"{nameof(config.RetryMode)} {config.RetryMode}"
        : null;
}
