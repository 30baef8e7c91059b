using DynamoGen.Hosting;
using DynamoGen.Telemetry.Capacity;
using DynamoGen.Tests.Instruments;
using Microsoft.Extensions.DependencyInjection;
using Northwind.Loading;
using Northwind.Sales;

namespace Northwind.Tests;

/// <summary>The report of the whole database's access patterns, beside what the server's own answers told on their way.</summary>
public sealed class CapacityReportTests(LoadedNorthwind northwind)
{
    private static readonly string[] Operations = ["GetItem", "Query", "PutItem"];

    [Fact]
    public async Task What_is_measured_of_each_access_pattern_is_what_the_server_told()
    {
        await using var proxy = await CapacityProxy.StartAsync(northwind.Endpoint);
        var collection = new ServiceCollection().AddNorthwind(new Uri(proxy.Address), northwind.Prefix);
        collection.AddDynamoGen().AddCapacityReport();
        await using var services = collection.BuildServiceProvider();
        var orders = services.GetRequiredService<IOrders>();
        // An order of the current version is written back as it was, so that other tests of this table find what they expect.
        var order = northwind.Source.Orders.Last(row => row.OrderDate >= NorthwindLoader.FirstDayOfVersion2 && row.ShippedDate is not null);
        var stored = (await northwind.Get<IOrders>().Get(order.Id))!;
        (string Pattern, long Calls, Func<Task> Call)[] calls =
        [
            ("IOrders.Get", 2, async () => Assert.NotEqual(await orders.Get(order.Id), await orders.Get(-1))),
            ("IOrders.WithLines", 1, async () => Assert.NotNull(await orders.WithLines(order.Id))),
            ("IOrders.OfCustomer", 1, async () => Assert.NotEmpty(await orders.OfCustomer(order.CustomerId!).ToArrayAsync())),
            ("IOrders.WithStatus", 1, async () => Assert.NotEmpty(await orders.WithStatus(OrderStatus.Shipped).ToArrayAsync())),
            ("IOrders.LatestOfEmployee", 1, async () => Assert.NotEmpty(await orders.LatestOfEmployee(4, limit: 10))),
            ("IOrders.Put", 1, async () => await orders.Put(stored)),
        ];
        var told = new Dictionary<string, double>();
        foreach (var (pattern, _, call) in calls)
        {
            var before = proxy.Units(Operations);
            await call();
            told[pattern] = proxy.Units(Operations) - before;
        }

        var rows = services.GetRequiredService<CapacityMeasurements>().Report().Patterns.ToDictionary(row => row.Pattern.Name);
        Assert.All(calls, expected =>
        {
            var row = rows[expected.Pattern];
            Assert.Equal(expected.Calls, row.Calls);
            Assert.Equal(told[expected.Pattern], row.TotalUnits, tolerance: 0.001);
            Assert.True(row.Pattern.Estimate!.Least <= row.MeanUnits, $"{row}");
            Assert.True(row.MaxUnits <= (row.Pattern.Estimate.Most ?? double.MaxValue), $"{row}");
        });
        Assert.Equal((0L, 0.0), (rows["IProducts.Get"].Calls, rows["IProducts.Get"].TotalUnits));
        Assert.NotNull(rows["IProducts.Get"].Pattern.Estimate);
    }
}
