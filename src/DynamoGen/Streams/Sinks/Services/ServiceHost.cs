using Amazon.Runtime;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>A service that sinks call: what it is named where, and where it answers by AWS's endpoint rules.</summary>
/// <param name="ServiceId">Its identifier, by which URLs are configured for it: <c>AWS_ENDPOINT_URL_SNS</c> is for <c>SNS</c>.</param>
/// <param name="SigningName">What signatures and hosts name it.</param>
/// <param name="ApiVersion">The version of its interface.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">service-specific endpoints</see>.</remarks>
internal sealed record ServiceHost(string ServiceId, string SigningName, string ApiVersion)
{
    private readonly RegionalHost _host = new(SigningName);

    /// <summary>Where requests of a configuration go.</summary>
    /// <param name="config">FIPS, dual stack, and what the environment and the shared configuration say.</param>
    /// <param name="serviceUrl">The URL that code gives, or null.</param>
    /// <param name="region">The region that code gives, or null.</param>
    /// <exception cref="AmazonClientException">There is no region, or AWS's rules do not allow what is asked for.</exception>
    public DirectEndpoint Endpoint(ClientConfig config, string? serviceUrl, string? region)
    {
        region ??= config.AuthenticationRegion ?? config.RegionEndpoint?.SystemName
            ?? throw new AmazonClientException($"No region is configured for {ServiceId}.");
        var url = serviceUrl ?? config.ServiceURL;
        if (string.IsNullOrEmpty(url))
        {
            var host = _host.Of(region, config.UseFIPSEndpoint, config.UseDualstackEndpoint);
            return new DirectEndpoint(new Uri($"{(config.UseHttp ? "http" : "https")}://{host}"), region, SigningName);
        }

        if (config.UseFIPSEndpoint || config.UseDualstackEndpoint)
        {
            var setting = config.UseFIPSEndpoint ? "FIPS" : "Dualstack";
            throw new AmazonClientException($"Invalid Configuration: {setting} and custom endpoint are not supported");
        }

        return new DirectEndpoint(new Uri(url), region, SigningName);
    }

    /// <summary>The region of an ARN; null where the text is none.</summary>
    public static string? RegionOf(string arn) => arn.Split(':') is ["arn", _, _, { Length: > 0 } region, _, ..] ? region : null;
}
