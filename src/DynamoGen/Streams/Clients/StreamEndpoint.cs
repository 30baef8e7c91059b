using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Clients;

/// <summary>
/// Where DynamoDB Streams answers by a configuration of DynamoDB. A URL that code gives is for both, as DynamoDB Local and its like serve both by one; then
/// comes what the environment or the shared configuration says of the service "DynamoDB Streams" (<c>AWS_ENDPOINT_URL_DYNAMODB_STREAMS</c>), then what they
/// say of DynamoDB, and then AWS's own rules for a region.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">service-specific endpoints</see>. The endpoint is one for all
/// requests: no host of an account has streams.
/// </remarks>
internal sealed class StreamEndpoint(AmazonDynamoDBConfig config)
{
    private DirectEndpoint? _value;

    /// <exception cref="AmazonClientException">The configuration names no endpoint, or asks for what AWS's rules do not allow.</exception>
    public DirectEndpoint Value => _value ??= Resolve();

    private DirectEndpoint Resolve()
    {
        var request = new DefaultRequest(new ListTablesRequest(), "Amazon.DynamoDBv2");
        var region = AWS4Signer.DetermineSigningRegion(config, DirectEndpoint.DynamoDb, alternateEndpoint: null, request);
        if (Given() is not { } url)
        {
            return StreamHosts.IsLocal(config)
                ? new DirectEndpoint(StreamHosts.Local, StreamHosts.RegionOfLocal)
                : new DirectEndpoint(StreamHosts.Of(config), region);
        }

        if (config.UseFIPSEndpoint || config.UseDualstackEndpoint)
        {
            var setting = config.UseFIPSEndpoint ? "FIPS" : "Dualstack";
            throw new AmazonClientException($"Invalid Configuration: {setting} and custom endpoint are not supported");
        }

        return new DirectEndpoint(StreamHosts.OfSameService(new Uri(url)), region);
    }

    private string? Given()
    {
        var inForce = config.ServiceURL;
        var isOfCode = !string.IsNullOrEmpty(inForce) && inForce != Configured(AmazonDynamoDBConfig.ServiceId);
        var given = isOfCode ? inForce : Configured("DynamoDB Streams") ?? inForce;
        return string.IsNullOrEmpty(given) ? null : given;
    }

    /// <summary>What the environment or the shared configuration says of a service's URL, as the SDK reads it.</summary>
    private string? Configured(string service)
    {
        ClientConfig asked = new AmazonDynamoDBConfig { IgnoreConfiguredEndpointUrls = config.IgnoreConfiguredEndpointUrls, Profile = config.Profile };
        asked.ServiceId = service;
        return string.IsNullOrEmpty(asked.ServiceURL) ? null : asked.ServiceURL;
    }
}
