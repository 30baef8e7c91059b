using Amazon.Runtime;
using Microsoft.Extensions.Options;

namespace DynamoGen.Testing;

/// <summary>Sends what the clients of an application send to one region.</summary>
/// <param name="region">The region.</param>
/// <param name="accessKey">The access key of its database.</param>
internal sealed class RegionOptions(SimulatedRegion region, string accessKey) : IPostConfigureOptions<DynamoGenOptions>
{
    public void PostConfigure(string? name, DynamoGenOptions options)
    {
        options.ServiceUrl = region.Endpoint.ToString();
        options.Region = region.Name;
        options.Profile = null;
        options.Credentials = _ => new BasicAWSCredentials(accessKey, "simulated");
    }
}
