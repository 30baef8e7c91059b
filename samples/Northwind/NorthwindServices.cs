using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Northwind.Catalog;
using Northwind.Loading;
using Northwind.Sales;
using Northwind.Tour;

namespace Northwind;

/// <summary>Registers the shop: one client and a repository for each entity.</summary>
public static class NorthwindServices
{
    /// <param name="services">The services that are added to.</param>
    /// <param name="endpoint">A DynamoDB Local, for which any credentials will do.</param>
    /// <param name="tableNamePrefix">What stands before the table's name.</param>
    public static IServiceCollection AddNorthwind(this IServiceCollection services, Uri endpoint, string? tableNamePrefix = null)
    {
        services
            .AddDynamoGen(options =>
            {
                options.ServiceUrl = endpoint.ToString();
                options.TableNamePrefix = tableNamePrefix;
                options.Credentials = _ => new BasicAWSCredentials("local", "local");
            })
            .AddRepository<ICustomers>()
            .AddRepository<IOrders>()
            .AddRepository<IOrdersVersion1>()
            .AddRepository<IOrderLines>()
            .AddRepository<IShippers>()
            .AddRepository<IProducts>()
            .AddRepository<ICategories>()
            .AddRepository<ISuppliers>();
        return services.AddSingleton<NorthwindLoader>().AddSingleton<AccessPatternTour>();
    }
}
