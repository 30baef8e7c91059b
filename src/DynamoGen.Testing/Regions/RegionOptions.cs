using Amazon.Runtime;
using Microsoft.Extensions.Options;

namespace DynamoGen.Testing;

/// <summary>Sends what the clients of an application send to its region, and what a named client of another simulated region sends to that one.</summary>
/// <param name="region">The region of the application.</param>
/// <param name="endpointOf">The endpoint by which the application reaches another region; null where there is no such region.</param>
/// <param name="accessKey">The access key of the databases.</param>
internal sealed class RegionOptions(SimulatedRegion region, Func<string, Uri?> endpointOf, string accessKey) : IPostConfigureOptions<DynamoGenOptions>
{
    public void PostConfigure(string? name, DynamoGenOptions options)
    {
        var isOther = !string.IsNullOrEmpty(name) && options.Region is not null && options.Region != region.Name;
        var other = isOther ? endpointOf(options.Region!) : null;
        options.ServiceUrl = (other ?? region.Endpoint).ToString();
        options.Region = other is null ? region.Name : options.Region;
        options.Profile = null;
        options.Credentials = _ => new BasicAWSCredentials(accessKey, "simulated");
    }
}
