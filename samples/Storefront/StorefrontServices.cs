using Amazon.Runtime;
using DynamoGen;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Catalog;
using Storefront.Sales;
using Storefront.Tour;

namespace Storefront;

/// <summary>Registers the shop on one of the transports.</summary>
internal static class StorefrontServices
{
    /// <param name="services">The services that are added to.</param>
    /// <param name="endpoint">A DynamoDB Local, for which any credentials will do.</param>
    /// <param name="transport">What carries the requests.</param>
    /// <param name="prefix">What stands before the table's name.</param>
    public static IServiceCollection AddStorefront(this IServiceCollection services, Uri endpoint, TransportKind transport, string? prefix)
    {
        services
            .AddDynamoGen(options =>
            {
                options.ServiceUrl = endpoint.ToString();
                options.Region = "us-east-1";
                options.Credentials = _ => new BasicAWSCredentials("local", "local");
                options.Transport = transport;
                options.TableNamePrefix = prefix;
            })
            .AddRepository<IProducts>()
            .AddRepository<ISpecifications>()
            .AddRepository<ISpecificationsVersion1>()
            .AddRepository<ICustomers>()
            .AddRepository<IOrders>()
            .AddRepository<IBaskets>();
        return services.AddSingleton<CatalogTour>().AddSingleton<SpecificationTour>().AddSingleton<SalesTour>();
    }
}
