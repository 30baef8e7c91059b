using DynamoGen.Regions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DynamoGen.Hosting;

/// <summary>Gives a client the other regions of its tables.</summary>
public static class RegionBuilderExtensions
{
    /// <summary>
    /// Adds a region beside that of the client, to which the writes go that belong there, and reads where <see cref="RegionOptions.ReadFailover"/> says so. It
    /// has a client of its own, with the options of this one but the region: keyed services under the region's name, or <c>client/region</c> where this
    /// client has a name. That of the client itself may be added too, so that all processes of an application say the same, and changes nothing.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="region">The region's system name, such as <c>us-east-1</c>.</param>
    /// <param name="configure">Sets options that differ from those of this client, such as the URL of an endpoint.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The region is empty.</exception>
    /// <remarks>
    /// It registers <see cref="RegionFailover"/> too, keyed by the client's name where it has one, and a hosted service that follows failovers. See
    /// <see href="https://docs.aws.amazon.com/prescriptive-guidance/latest/dynamodb-global-tables/write-modes.html">write modes of global tables</see>.
    /// </remarks>
    public static DynamoGenBuilder AddRegion(this DynamoGenBuilder builder, string region, Action<DynamoGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        var client = builder.ClientName;
        var added = AddedRegions.Of(builder.Services, client);
        if (added.Names.Count == 0)
        {
            builder.Services.TryAddKeyedSingleton(client, (provider, _) => ClientServices.Of<RegionClients>(provider, client).CreateFailover());
            builder.Services.AddSingleton<IHostedService>(provider => new FollowedWriters(provider, client));
        }

        var name = added.ClientOf(region);
        if (added.Add(region))
        {
            // Before the options of the region's client, which then say what differs.
            builder.Services.AddSingleton<IConfigureOptions<DynamoGenOptions>>(provider => new RegionalOptions(provider, client, name, region));
            builder.Services.AddSingleton<IValidateOptions<DynamoGenOptions>>(provider => new RegionalOptions(provider, client, name, region));
        }

        ClientRegistration.Add(builder.Services, name, configure);
        return builder;
    }

    /// <summary>Sets how the client reads and writes in several regions; each call adds to the ones before.</summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="configure">Sets options, which are verified when they are first used.</param>
    /// <returns>The builder.</returns>
    public static DynamoGenBuilder ConfigureRegions(this DynamoGenBuilder builder, Action<RegionOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        AddedRegions.Of(builder.Services, builder.ClientName).Configure(configure);
        return builder;
    }
}
