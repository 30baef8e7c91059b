using DynamoGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OrdersEverywhere.Ledger;
using OrdersEverywhere.Orders;

namespace OrdersEverywhere;

/// <summary>What the application of each region consists of.</summary>
internal static class RegionsServices
{
    /// <summary>Adds the application.</summary>
    /// <param name="services">The services of the region.</param>
    /// <param name="regions">The regions that the application is in.</param>
    /// <param name="tell">Shows what happens.</param>
    public static IServiceCollection AddOrders(this IServiceCollection services, IEnumerable<string> regions, Action<string> tell)
    {
        services.AddSingleton(tell);
        var builder = services.AddDynamoGen();
        foreach (var region in regions)
        {
            builder.AddRegion(region);
        }

        builder.AddRepository<IOrders>().AddStreamHandler<OrderConflicts>(options => options.CreatesTables = true);
        builder.AddRepository<ILedger>().AddWriterGuard<LedgerTable>(options => options.CreatesTables = true);
        return services;
    }
}
