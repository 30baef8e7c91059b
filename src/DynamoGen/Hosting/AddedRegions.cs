using DynamoGen.Regions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>The other regions that a client was given.</summary>
/// <param name="client">The client's name, or null.</param>
internal sealed class AddedRegions(string? client)
{
    private readonly List<string> _names = [];
    private readonly List<Action<RegionOptions>> _configurations = [];

    public string? Client { get; } = client;

    /// <summary>The regions in the order in which they were added.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Those of a client, which are registered once, and what it then reads and writes by in place of its one region.</summary>
    public static AddedRegions Of(IServiceCollection services, string? client)
    {
        var found = services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<AddedRegions>()
            .FirstOrDefault(added => added.Client == client);
        if (found is null)
        {
            services.AddSingleton(found = new AddedRegions(client));
            services.AddKeyedSingleton(client, (provider, _) => new RegionClients(provider, client, found));

            // Behind the one region, and before what reads by all of them, such as write-back, which may have been added already.
            var local = services.First(service => service.ServiceType == typeof(IClientRegions) && Equals(service.ServiceKey, client));
            services.Insert(
                services.IndexOf(local) + 1,
                ServiceDescriptor.KeyedSingleton<IClientRegions>(client, (provider, _) => ClientServices.Of<RegionClients>(provider, client)));
        }

        return found;
    }

    /// <summary>The name of the client of a region.</summary>
    public string ClientOf(string region) => Client is null ? region : $"{Client}/{region}";

    /// <returns>Whether it was not there before.</returns>
    public bool Add(string region)
    {
        var isNew = !_names.Contains(region);
        if (isNew)
        {
            _names.Add(region);
        }

        return isNew;
    }

    public void Configure(Action<RegionOptions> configure) => _configurations.Add(configure);

    /// <exception cref="ArgumentException">An option means nothing.</exception>
    public RegionOptions CreateOptions()
    {
        var options = new RegionOptions();
        _configurations.ForEach(configure => configure(options));
        options.Validate();
        return options.ReadFailover?.Order.FirstOrDefault(region => !_names.Contains(region)) is { } unknown
            ? throw new ArgumentException($"{nameof(ReadFailoverOptions.Order)} has {unknown}, which AddRegion has not added.")
            : options;
    }
}
