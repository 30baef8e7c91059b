using Amazon.DynamoDBv2;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using static DynamoGen.Testing.Tests.Regions.InventoryOfRegions;

namespace DynamoGen.Testing.Tests.Regions;

/// <summary>An application runs in each region, by whichever transport.</summary>
public sealed class RegionServicesTests
{
    [Theory]
    [InlineData(TransportKind.Direct)]
    [InlineData(TransportKind.Sdk)]
    public async Task The_applications_repositories_write_and_read_in_their_region(TransportKind transport)
    {
        await using var regions = await SimulatedRegions.StartAsync(East, West);
        var add = (IServiceCollection services) => { services.AddShop().Configure<DynamoGenOptions>(options => options.Transport = transport); };
        var east = (await regions.CreateServicesAsync(East, add)).GetRequiredService<IOrders>();
        var west = (await regions.CreateServicesAsync(West, add)).GetRequiredService<IOrders>();

        await east.Put(new Order("ALFKI", 1, 10));
        Assert.Null(await west.Get("ALFKI", 1));
        await regions.ReplicateAsync();

        Assert.Equal(10, (await west.Get("ALFKI", 1))!.Total);
        Assert.True(await west.UpdateTotal("ALFKI", 1, 5));
        await regions.ReplicateAsync();
        Assert.Equal(15, (await east.Get("ALFKI", 1))!.Total);
    }

    [Fact]
    public async Task A_region_client_that_is_registered_is_the_applications()
    {
        await using var regions = await SimulatedRegions.StartAsync(East, West);
        await regions.CreateTableAsync<Shop>();
        await using var services = new ServiceCollection().AddSingleton<IAmazonDynamoDB>(regions.Client(East))
            .AddDynamoGen().AddRepository<IOrders>().Services.BuildServiceProvider();

        await services.GetRequiredService<IOrders>().Put(new Order("ALFKI", 1, 10));

        Assert.Equal(1, await regions.ReplicateAsync());
    }

    [Fact]
    public async Task A_protected_table_is_made_once_and_deleted_with_the_regions()
    {
        await using var regions = await SimulatedRegions.StartAsync(East, West);
        await regions.CreateServicesAsync(East, static services => services.AddNotes());
        await regions.CreateServicesAsync(West, static services => services.AddNotes());

        Assert.Equal(["notes"], (await regions.Client(East).ListTablesAsync()).TableNames);
    }

    [Fact]
    public async Task A_server_with_one_database_for_all_regions_is_refused()
    {
        await using var server = await DynamoDbLocal.StartAsync();
        await using var regions = await SimulatedRegions.StartAsync(new SimulatedRegionsOptions { Server = server.Endpoint }, East, West);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => regions.CreateTableAsync<Inventory>());

        Assert.Contains("-sharedDb", refused.Message);
    }

    [Fact]
    public async Task Shards_that_are_closed_are_read_to_their_end_and_their_children_behind_them()
    {
        await using var server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { SeparateDatabases = true });
        await using var regions = await StartAsync(new() { Server = server.Endpoint });
        await regions.PutAsync(East, "a", "1");
        await regions.ReplicateAsync();
        await regions.PutAsync(East, "a", "2");
        await server.RollOverShardsAsync();
        await regions.PutAsync(East, "a", "3");

        Assert.Equal(2, await regions.ReplicateAsync());

        Assert.Equal(["3", "3"], await regions.GetAllAsync("a"));
    }
}
