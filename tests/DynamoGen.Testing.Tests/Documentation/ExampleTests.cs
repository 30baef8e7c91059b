using DynamoGen.Schema;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Testing.Tests.Documentation;

/// <summary>The examples of docs/testing.md.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task Tables_in_two_lines()
    {
        await using var tables = await LocalTables.StartAsync(services => services.AddShop());
        var orders = tables.Get<IOrders>();

        await orders.Put(new Order("ALFKI", 1, 10));
        Assert.Equal(10, (await orders.Get("ALFKI", 1))!.Total);
    }

    [Fact]
    public async Task Faults()
    {
        var plan = new FaultPlan(
            seed: 42,
            new FaultRule(Fault.LostAnswer) { AccessPattern = "IOrders.Put", Times = 1 },
            new FaultRule(Fault.Throttled) { Operation = DynamoOperation.Query, From = 2, Times = 3 },
            new FaultRule(Fault.PageCut) { Probability = 0.5, PageSize = 2 });
        await using var tables = await LocalTables.StartAsync(services => services.AddShop().AddDynamoGen().AddFaults(plan));
        var orders = tables.Get<IOrders>();

        await orders.Put(new Order("ALFKI", 1, 10));
        Assert.Equal(10, (await orders.Get("ALFKI", 1))!.Total);
        Assert.Equal("#1 IOrders.Put (PutItem): LostAnswer", plan.Log[0].ToString());

        Assert.Single(await orders.OfCustomer("ALFKI").ToListAsync());
    }

    [Fact]
    public async Task Regions()
    {
        await using var regions = await SimulatedRegions.StartAsync(new SimulatedRegionsOptions { Seed = 42 }, "us-east-1", "eu-west-1");
        var east = (await regions.CreateServicesAsync("us-east-1", services => services.AddShop())).GetRequiredService<IOrders>();
        var west = (await regions.CreateServicesAsync("eu-west-1", services => services.AddShop())).GetRequiredService<IOrders>();

        regions.Partition("us-east-1", "eu-west-1");
        await east.Put(new Order("ALFKI", 1, 10));
        await west.Put(new Order("ALFKI", 1, 20));
        regions.HealAll();
        await regions.ReplicateAsync();

        Assert.True(await regions.HaveConvergedAsync());
        Assert.Equal(20, (await east.Get("ALFKI", 1))!.Total);
        Assert.Equal("us-east-1", Assert.Single(regions.Log, change => !change.IsApplied).Origin);
    }

    [Fact]
    public async Task Transactions()
    {
        var (orders, credits) = (OfflineRepository.Create<IOrders>(), OfflineRepository.Create<ICredits>());
        var transactions = new RecordingTransactions();
        var checkout = new Checkout(orders, credits, transactions);

        Assert.True(await checkout.PlaceAsync(new Order("ALFKI", 1, 10)));
        var put = transactions.Transactions[0].Actions[0];
        Assert.Equal(("IOrders.PutAction", ActionKind.Put), (put.AccessPattern, put.Kind));
        Assert.Equal(10, put.ItemAs<Order, Order.Marshaller>().Total);

        transactions.FailNext(TransactionFailureReason.ConditionFailed, slot: 1);
        Assert.False(await checkout.PlaceAsync(new Order("ALFKI", 2, 10)));

        transactions.Finds(credits.GetAction("ALFKI"), new Credit("ALFKI", 5));
        Assert.Equal(5, (await transactions.ReadAsync(credits.GetAction("ALFKI")))!.Amount);
    }

    [Fact]
    public async Task Clocks()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        await using var tables = await LocalTables.StartAsync(services => services.AddSingleton<TimeProvider>(clock).AddNotes());

        var note = await tables.Get<INotes>().Put(new Note("a"));
        Assert.Equal(clock.GetUtcNow(), note.WrittenAt);
    }
}
