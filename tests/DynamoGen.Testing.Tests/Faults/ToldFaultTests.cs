using Amazon.DynamoDBv2.Model;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing.Tests.Faults;

/// <summary>What repositories say of each fault that does not pass, or that must not be tried again.</summary>
public sealed class ToldFaultTests : FaultTest
{
    [Fact]
    public async Task Throttling_that_does_not_end_is_told_with_its_reason()
    {
        var plan = new FaultPlan(1, On("IOrders.Put", Fault.Throttled, times: 4));
        await using var tables = await StartAsync(plan);

        var throttled = await Assert.ThrowsAsync<ThrottledException>(async () => await tables.Get<IOrders>().Put(Order(1)));

        Assert.Equal("TableWriteProvisionedThroughputExceeded", throttled.Reason);
        Assert.IsType<ProvisionedThroughputExceededException>(throttled.InnerException);
        Assert.Null(await tables.Get<IOrders>().Get("ALFKI", 1));
    }

    [Fact]
    public async Task A_batch_that_throttling_ends_says_how_far_it_came()
    {
        var plan = new FaultPlan(1, new FaultRule(Fault.Throttled) { AccessPattern = "IOrders.PutMany", From = 2 });
        await using var tables = await StartAsync(plan, new JumpingClock(DateTimeOffset.UnixEpoch));

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(
            async () => await tables.Get<IOrders>().PutMany(Enumerable.Range(1, 30).Select(static id => Order(id))));

        Assert.IsType<ThrottledException>(incomplete.InnerException);
        Assert.Equal(25, await tables.Get<IOrders>().OfCustomer("ALFKI").CountAsync());
    }

    [Theory]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.WrongChecksum)]
    public async Task A_write_all_of_whose_answers_are_lost_is_unknown(Fault fault)
    {
        var plan = new FaultPlan(1, On("IOrders.Put", fault, times: 4));
        await using var tables = await StartAsync(plan);

        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await tables.Get<IOrders>().Put(Order(1)));

        Assert.IsAssignableFrom<IOException>(unknown.InnerException);
        Assert.Equal(Order(1), await tables.Get<IOrders>().Get("ALFKI", 1));
    }

    [Fact]
    public async Task A_read_all_of_whose_answers_are_lost_is_an_input_error()
    {
        var plan = new FaultPlan(1, On("IOrders.Get", Fault.LostAnswer, times: 4));
        await using var tables = await StartAsync(plan);

        await Assert.ThrowsAnyAsync<IOException>(async () => await tables.Get<IOrders>().Get("ALFKI", 1));
    }

    [Theory]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.WrongChecksum)]
    public async Task An_update_that_would_count_twice_is_not_sent_again(Fault fault)
    {
        var plan = new FaultPlan(1, On("IOrders.UpdateTotal", fault));
        await using var tables = await StartAsync(plan);
        var orders = tables.Get<IOrders>();
        await orders.Put(Order(1, 10));

        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await orders.UpdateTotal("ALFKI", 1, 5));

        Assert.Equal(15, (await orders.Get("ALFKI", 1))!.Total);
        Assert.Single(plan.Log);
    }

    [Fact]
    public async Task An_update_that_was_throttled_is_sent_again_and_counts_once()
    {
        var plan = new FaultPlan(1, On("IOrders.UpdateTotal", Fault.Throttled, times: 2));
        await using var tables = await StartAsync(plan);
        var orders = tables.Get<IOrders>();
        await orders.Put(Order(1, 10));

        Assert.True(await orders.UpdateTotal("ALFKI", 1, 5));

        Assert.Equal(15, (await orders.Get("ALFKI", 1))!.Total);
    }

    [Fact]
    public async Task A_lost_refusal_is_lost_as_well()
    {
        var plan = new FaultPlan(1, On("IOrders.Create", Fault.LostAnswer, times: 1));
        await using var tables = await StartAsync(plan);
        var orders = tables.Get<IOrders>();
        await orders.Put(Order(1, 10));

        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await orders.Create(Order(1, 20)));

        Assert.Equal(10, (await orders.Get("ALFKI", 1))!.Total);
    }

    [Fact]
    public async Task A_transaction_in_conflict_and_one_write_in_conflict_are_told_alike()
    {
        var plan = new FaultPlan(1, new FaultRule(Fault.TransactionConflict) { Times = 3 });
        await using var tables = await StartAsync(plan);
        var (orders, credits, transactions) = (tables.Get<IOrders>(), tables.Get<ICredits>(), tables.Get<ITransactions>());

        var write = await Assert.ThrowsAsync<ConflictException>(async () => await orders.Put(Order(1)));
        var several = await Assert.ThrowsAsync<ConflictException>(
            async () => await transactions.WriteAsync([orders.PutAction(Order(1)), orders.PutAction(Order(2))]));
        var read = await Assert.ThrowsAsync<ConflictException>(
            async () => await transactions.ReadAsync(orders.GetAction("ALFKI", 1), credits.GetAction("ALFKI")));

        Assert.IsType<TransactionConflictException>(write.InnerException);
        var cancelled = Assert.IsType<TransactionCanceledException>(several.InnerException);
        Assert.Equal(["TransactionConflict", "None"], cancelled.CancellationReasons.Select(static reason => reason.Code));
        Assert.IsType<TransactionCanceledException>(read.InnerException);
        Assert.Equal(
            ["#1 IOrders.Put (PutItem): TransactionConflict", "#2 ITransactions.Write (TransactWriteItems): TransactionConflict",
             "#3 ITransactions.Read (TransactGetItems): TransactionConflict"],
            Lines(plan));
        Assert.Null(await orders.Get("ALFKI", 1));
    }

    [Fact]
    public async Task A_client_that_does_not_retry_meets_each_fault_at_once()
    {
        var plan = new FaultPlan(1, On("IOrders.Put", Fault.Throttled));
        await using var tables = await LocalTables.StartAsync(
            services => services.AddShop().AddDynamoGen(static options => options.MaxErrorRetry = 0).AddFaults(plan));

        await Assert.ThrowsAsync<ThrottledException>(async () => await tables.Get<IOrders>().Put(Order(1)));
    }

    [Fact]
    public async Task A_cancelled_call_sends_nothing()
    {
        var plan = new FaultPlan(1);
        await using var tables = await StartAsync(plan);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await tables.Get<IOrders>().Put(Order(1), new CancellationToken(canceled: true)));

        Assert.Equal(0, plan.Attempts);
        Assert.IsType<FaultyTransport>(tables.Get<ITransport>());
    }
}
