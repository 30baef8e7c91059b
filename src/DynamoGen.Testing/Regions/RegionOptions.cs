using Amazon.Runtime;
using Microsoft.Extensions.Options;

namespace DynamoGen.Testing;

/// <summary>
/// Sends what the clients of an application send to one region; but what a client sends that has a name and is in another of the simulated regions, as
/// <c>AddRegion</c> adds one, goes to that region.
/// </summary>
/// <param name="local">The region.</param>
/// <param name="regions">All of them.</param>
/// <param name="accessKey">The access key of their databases.</param>
internal sealed class RegionOptions(SimulatedRegion local, IReadOnlyList<SimulatedRegion> regions, string accessKey) : IPostConfigureOptions<DynamoGenOptions>
{
    public void PostConfigure(string? name, DynamoGenOptions options)
    {
        var region = (string.IsNullOrEmpty(name) ? null : regions.FirstOrDefault(region => region.Name == options.Region)) ?? local;
        options.ServiceUrl = region.Endpoint.ToString();
        options.Region = region.Name;
        options.Profile = null;
        options.Credentials = _ => new BasicAWSCredentials(accessKey, "simulated");
    }
}
