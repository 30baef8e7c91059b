using DynamoGen.Transactions;

namespace DynamoGen.Testing.Tests.Faults;

/// <summary>What repositories do with each fault that the documentation says they survive.</summary>
public sealed class SurvivedFaultTests : FaultTest
{
    [Theory]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.WrongChecksum)]
    public async Task A_write_is_sent_again_until_it_is_answered(Fault fault)
    {
        var plan = new FaultPlan(1, On("IOrders.Put", fault, times: 3));
        await using var tables = await StartAsync(plan);
        var orders = tables.Get<IOrders>();

        await orders.Put(Order(1));

        Assert.Equal(Order(1), await orders.Get("ALFKI", 1));
        Assert.Equal([$"#1 IOrders.Put (PutItem): {fault}", $"#2 IOrders.Put (PutItem): {fault}", $"#3 IOrders.Put (PutItem): {fault}"], Lines(plan));
        Assert.Equal(5, plan.Attempts);
    }

    [Theory]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.WrongChecksum)]
    public async Task A_read_is_sent_again_until_it_is_answered(Fault fault)
    {
        var plan = new FaultPlan(1, On("IOrders.Get", fault, times: 3));
        await using var tables = await StartAsync(plan);
        var orders = tables.Get<IOrders>();
        await orders.Put(Order(1));

        Assert.Equal(Order(1), await orders.Get("ALFKI", 1));
        Assert.Equal(3, plan.Log.Count);
    }

    [Theory]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.WrongChecksum)]
    public async Task A_create_whose_answer_was_lost_is_known_to_have_been_applied(Fault fault)
    {
        var plan = new FaultPlan(1, On("IOrders.Create", fault));
        await using var tables = await StartAsync(plan);
        var orders = tables.Get<IOrders>();

        await orders.Create(Order(1));

        Assert.Equal(Order(1), await orders.Get("ALFKI", 1));
        Assert.Single(plan.Log);
    }

    [Fact]
    public async Task A_transaction_whose_answer_was_lost_is_applied_once()
    {
        var plan = new FaultPlan(1, On("Checkout", Fault.LostAnswer, times: 2));
        await using var tables = await StartAsync(plan);
        await tables.Get<ICredits>().Put(new Credit("ALFKI", 100));
        var checkout = new Checkout(tables.Get<IOrders>(), tables.Get<ICredits>(), tables.Get<ITransactions>());

        Assert.True(await checkout.PlaceAsync(Order(1, 30)));

        Assert.Equal(70, (await tables.Get<ICredits>().Get("ALFKI"))!.Amount);
        Assert.Equal(2, plan.Log.Count);
    }

    [Fact]
    public async Task A_batch_of_writes_sends_what_was_left_unprocessed()
    {
        var plan = new FaultPlan(1, On("IOrders.PutMany", Fault.UnprocessedParts, times: 3));
        await using var tables = await StartAsync(plan, new JumpingClock(DateTimeOffset.UnixEpoch));
        var orders = tables.Get<IOrders>();

        await orders.PutMany(Enumerable.Range(1, 25).Select(static id => Order(id)));

        Assert.Equal(Enumerable.Range(1, 25), await orders.OfCustomer("ALFKI").Select(static order => order.OrderId).ToListAsync());
        Assert.Equal(3, plan.Log.Count);
    }

    [Fact]
    public async Task A_batch_of_reads_asks_for_what_was_left_unprocessed()
    {
        var plan = new FaultPlan(1, On("IOrders.GetMany", Fault.UnprocessedParts, times: 3));
        await using var tables = await StartAsync(plan, new JumpingClock(DateTimeOffset.UnixEpoch));
        var orders = tables.Get<IOrders>();
        await orders.PutMany(Enumerable.Range(1, 20).Select(static id => Order(id)));

        var read = await orders.GetMany(Enumerable.Range(1, 20).Select(static id => new Order.PrimaryKey("ALFKI", id))).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 20), read.Select(static order => order.OrderId).Order());
        Assert.Equal(3, plan.Log.Count);
    }

    [Fact]
    public async Task A_query_goes_on_behind_a_short_page()
    {
        var plan = new FaultPlan(1, new FaultRule(Fault.PageCut) { AccessPattern = "IOrders.OfCustomer", PageSize = 2 });
        await using var tables = await StartAsync(plan);
        var orders = tables.Get<IOrders>();
        await orders.PutMany(Enumerable.Range(1, 7).Select(static id => Order(id)));

        Assert.Equal(Enumerable.Range(1, 7), await orders.OfCustomer("ALFKI").Select(static order => order.OrderId).ToListAsync());
        Assert.Equal(4, plan.Log.Count);
    }

    [Fact]
    public async Task A_page_is_filled_from_short_ones()
    {
        var plan = new FaultPlan(1, new FaultRule(Fault.PageCut) { AccessPattern = "IOrders.Page", PageSize = 2 });
        await using var tables = await StartAsync(plan);
        var orders = tables.Get<IOrders>();
        await orders.PutMany(Enumerable.Range(1, 7).Select(static id => Order(id)));

        var first = await orders.Page("ALFKI", limit: 5, cursor: null);
        var second = await orders.Page("ALFKI", limit: 5, first.Cursor);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], first.Items.Concat(second.Items).Select(static order => order.OrderId));
        Assert.NotEmpty(plan.Log);
    }

    [Fact]
    public async Task A_slow_request_waits_by_the_clock_of_the_services()
    {
        var clock = new JumpingClock(DateTimeOffset.UnixEpoch);
        var plan = new FaultPlan(1, new FaultRule(Fault.Slow) { AccessPattern = "IOrders.Put", Delay = TimeSpan.FromMinutes(3) });
        await using var tables = await StartAsync(plan, clock);

        await tables.Get<IOrders>().Put(Order(1));

        Assert.True(clock.GetUtcNow() >= DateTimeOffset.UnixEpoch.AddMinutes(3));
        Assert.Equal(Order(1), await tables.Get<IOrders>().Get("ALFKI", 1));
    }
}
