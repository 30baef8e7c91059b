using DynamoGen.Regions;
using DynamoGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrdersEverywhere.Ledger;
using OrdersEverywhere.Orders;

namespace OrdersEverywhere.Tour;

/// <summary>The application of one region, with its hosted services.</summary>
internal sealed class Region : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IReadOnlyList<IHostedService> _hosted;

    private Region(string name, ServiceProvider services) =>
        (Name, _services, _hosted) = (name, services, [.. services.GetServices<IHostedService>()]);

    public string Name { get; }

    public IOrders Orders => _services.GetRequiredService<IOrders>();

    public ILedger Ledger => _services.GetRequiredService<ILedger>();

    public RegionFailover Failover => _services.GetRequiredService<RegionFailover>();

    /// <summary>Starts the application of a region.</summary>
    public static async Task<Region> StartAsync(SimulatedRegions regions, string name, Action<string> tell, CancellationToken cancellationToken)
    {
        var region = new Region(name, await regions.CreateServicesAsync(name, services => services.AddOrders(regions.Names, tell), cancellationToken));
        foreach (var hosted in region._hosted)
        {
            await hosted.StartAsync(cancellationToken);
        }

        return region;
    }

    /// <summary>Stops what the application runs; its services end with the regions.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _hosted)
        {
            await hosted.StopAsync(CancellationToken.None);
        }
    }
}
