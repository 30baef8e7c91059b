using DynamoGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OrdersEverywhere.Orders;

namespace OrdersEverywhere;

/// <summary>What the application of each region consists of.</summary>
internal static class RegionsServices
{
    /// <summary>Adds the application.</summary>
    /// <param name="services">The services of the region.</param>
    /// <param name="tell">Shows what happens.</param>
    public static IServiceCollection AddOrders(this IServiceCollection services, Action<string> tell)
    {
        services.AddSingleton(tell);
        services.AddDynamoGen().AddRepository<IOrders>().AddStreamHandler<OrderConflicts>(options => options.CreatesTables = true);
        return services;
    }
}
