using Amazon.DynamoDBv2;
using DynamoGen;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Catalog;

namespace Storefront.Tour;

/// <summary>What the program can be asked for.</summary>
internal static class Commands
{
    /// <summary>Calls every access pattern on a table of its own, which is gone afterwards, and prints a line for each.</summary>
    public static async Task<int> TourAsync(Uri endpoint, TransportKind transport)
    {
        await using var services = Services(endpoint, transport, $"tour-{Guid.NewGuid():N}-");
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<StorefrontTable>();
        try
        {
            foreach (var stop in Stops(services))
            {
                Console.WriteLine($"{stop.Title,-36} {await stop.Visit()}");
            }
        }
        finally
        {
            await DeleteAsync<StorefrontTable>(services);
        }

        return 0;
    }

    /// <summary>Creates the table and puts one product in it, for <see cref="GetAsync"/>.</summary>
    public static async Task<int> LoadAsync(Uri endpoint)
    {
        await using var services = Services(endpoint, TransportKind.Direct, prefix: null);
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<StorefrontTable>();
        await services.GetRequiredService<IProducts>().Put(CatalogTour.Chai);
        return 0;
    }

    /// <summary>Prints a product: the shortest way from the start of the process to an answer.</summary>
    public static async Task<int> GetAsync(Uri endpoint, int productId)
    {
        await using var services = Services(endpoint, TransportKind.Direct, prefix: null);
        Console.WriteLine(await services.GetRequiredService<IProducts>().Get(productId) is { } product ? product.Name : "There is no such product.");
        return 0;
    }

    public static int ShowUsage()
    {
        Console.Error.WriteLine("Usage: Storefront [sdk | load | get ID]");
        return 2;
    }

    private static Task DeleteAsync<TTable>(IServiceProvider services)
        where TTable : class, ITable<TTable>
    {
        var table = services.GetRequiredService<DynamoGenOptions>().TableName(TTable.Schema);
        return services.GetRequiredService<IAmazonDynamoDB>().DeleteTableAsync(table);
    }

    private static IEnumerable<TourStop> Stops(IServiceProvider services) =>
    [
        .. services.GetRequiredService<CatalogTour>().Stops,
        .. services.GetRequiredService<SpecificationTour>().Stops,
        .. services.GetRequiredService<SalesTour>().Stops,
    ];

    private static ServiceProvider Services(Uri endpoint, TransportKind transport, string? prefix) =>
        new ServiceCollection().AddStorefront(endpoint, transport, prefix).BuildServiceProvider();
}
