using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Clients;

/// <summary>The hosts of DynamoDB Streams by AWS's endpoint rules for the service, which the SDK for DynamoDB does not have.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/general/latest/gr/ddb.html">endpoints of DynamoDB</see>.</remarks>
internal static class StreamHosts
{
    /// <summary>The region that a <see cref="Local"/> server's requests are signed for.</summary>
    public const string RegionOfLocal = "us-east-1";

    /// <summary>Some partitions have dual-stack hosts with a name of their own.</summary>
    private static readonly RegionalHost Host = new("streams.dynamodb")
    {
        DualStackName = static partition => partition is "aws" or "aws-cn" or "aws-us-gov" ? "streams-dynamodb" : "streams.dynamodb",
    };

    /// <summary>What AWS's rules for DynamoDB have for a region named <c>local</c>.</summary>
    public static Uri Local { get; } = new("http://localhost:8000");

    public static bool IsLocal(AmazonDynamoDBConfig config) => config.RegionEndpoint?.SystemName == "local";

    /// <summary>The host of a region.</summary>
    /// <exception cref="AmazonClientException">There is no region, or it does not have what the configuration asks for.</exception>
    public static Uri Of(AmazonDynamoDBConfig config)
    {
        var region = config.RegionEndpoint?.SystemName ?? throw new AmazonClientException("No RegionEndpoint or ServiceURL configured");
        return new Uri($"{(config.UseHttp ? "http" : "https")}://{Host.Of(region, config.UseFIPSEndpoint, config.UseDualstackEndpoint)}");
    }

    /// <summary>A URL of DynamoDB in AWS, whose host has no streams, becomes that of the streams beside it; every other server is taken to have both.</summary>
    public static Uri OfSameService(Uri url)
    {
        var labels = url.Host.Split('.');
        var at = labels is [_, "ddb", ..] ? 2 : labels is ["dynamodb" or "dynamodb-fips", ..] ? 1 : labels.Length;
        if (at >= labels.Length)
        {
            return url;
        }

        var partition = Partition(labels[at]);
        var suffix = string.Join('.', labels[(at + 1)..]);
        return suffix == partition.Suffix || suffix == partition.DualStackSuffix
            ? new UriBuilder(url) { Host = Host.Of(labels[at], labels[0] == "dynamodb-fips", suffix != partition.Suffix) }.Uri
            : url;
    }

    private static (string Suffix, string DualStackSuffix) Partition(string region)
    {
        var found = Fn.Partition(region);
        return (found.dnsSuffix, found.dualStackDnsSuffix);
    }
}
