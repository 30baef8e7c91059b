using Amazon.Runtime;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace DynamoGen.Transport.Direct;

/// <summary>A service's hosts by AWS's endpoint rules, which have the same form for most services.</summary>
/// <param name="Name">The label that hosts begin with.</param>
internal sealed record RegionalHost(string Name)
{
    private const string Government = "aws-us-gov";

    /// <summary>What dual-stack hosts begin with, in a partition.</summary>
    public Func<string, string>? DualStackName { get; init; }

    /// <summary>The host of a region.</summary>
    /// <exception cref="AmazonClientException">The region does not have what is asked for.</exception>
    public string Of(string region, bool isFips, bool isDualStack)
    {
        var partition = Fn.Partition(region);
        if ((isFips && !partition.supportsFIPS) || (isDualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException(
                isFips && isDualStack ? "FIPS and DualStack are enabled, but this partition does not support one or both"
                : isFips ? "FIPS is enabled but this partition does not support FIPS"
                : "DualStack is enabled but this partition does not support DualStack");
        }

        if (isDualStack)
        {
            return $"{DualStackName?.Invoke(partition.name) ?? Name}{(isFips ? "-fips" : string.Empty)}.{region}.{partition.dualStackDnsSuffix}";
        }

        // What the government's regions have is FIPS in any case, under the plain name.
        return $"{Name}{(isFips && partition.name != Government ? "-fips" : string.Empty)}.{region}.{partition.dnsSuffix}";
    }
}
