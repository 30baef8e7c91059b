using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Testing.Tests.Faults;

/// <summary>Which attempts a plan takes, without a server.</summary>
public sealed class FaultPlanTests : FaultTest
{
    [Fact]
    public async Task A_rule_begins_with_the_attempt_that_it_names_and_ends_after_its_times()
    {
        var plan = new FaultPlan(1, new FaultRule(Fault.TransactionConflict) { AccessPattern = "IOrders.Put", From = 3, Times = 2 });

        await SendAsync(plan, "IOrders.Put", 6);

        Assert.Equal([3, 4], plan.Log.Select(static fault => fault.Attempt));
    }

    [Fact]
    public async Task Attempts_of_other_access_patterns_and_operations_are_not_counted()
    {
        var plan = new FaultPlan(
            1,
            new FaultRule(Fault.TransactionConflict) { AccessPattern = "IOrders.Put", From = 2 },
            new FaultRule(Fault.TransactionConflict) { Operation = DynamoOperation.DeleteItem });

        await SendAsync(plan, "IOrders.Create", 5);
        await SendAsync(plan, "IOrders.Put", 2);

        Assert.Equal(["#7 IOrders.Put (PutItem): TransactionConflict"], Lines(plan));
    }

    [Fact]
    public async Task The_first_rule_that_holds_gives_the_fault()
    {
        var plan = new FaultPlan(1, new FaultRule(Fault.TransactionConflict) { From = 2 }, new FaultRule(Fault.Slow) { Delay = TimeSpan.Zero });

        await SendAsync(plan, "IOrders.Put", 2);

        Assert.Equal([Fault.Slow, Fault.TransactionConflict], plan.Log.Select(static fault => fault.Fault));
    }

    [Fact]
    public async Task A_seed_decides_which_attempts_are_hit_and_how_many_follows_the_probability()
    {
        var plan = new FaultPlan(42, new FaultRule(Fault.TransactionConflict) { Probability = 0.25 });

        await SendAsync(plan, "IOrders.Put", 2_000);

        Assert.InRange(plan.Log.Count, 400, 600);
        var again = plan.Replay();
        await SendAsync(again, "IOrders.Put", 2_000);
        Assert.Equal(plan.Log, again.Log);
        var other = new FaultPlan(43, plan.Rules);
        await SendAsync(other, "IOrders.Put", 2_000);
        Assert.NotEqual(plan.Log, other.Log);
    }

    [Fact]
    public async Task Calls_of_one_access_pattern_do_not_change_the_faults_of_another()
    {
        FaultRule rule = new(Fault.TransactionConflict) { Probability = 0.5 };
        var (alone, beside) = (new FaultPlan(7, rule), new FaultPlan(7, rule));

        await SendAsync(alone, "IOrders.Put", 50);
        for (var call = 0; call < 50; call++)
        {
            await SendAsync(beside, "IOrders.Create", 1);
            await SendAsync(beside, "IOrders.Put", 1);
        }

        Assert.Equal(
            alone.Log.Select(static fault => fault.Attempt),
            beside.Log.Where(static fault => fault.AccessPattern == "IOrders.Put").Select(static fault => fault.Attempt / 2));
    }

    [Fact]
    public async Task A_plan_is_told_by_its_seed_and_its_faults()
    {
        var plan = new FaultPlan(42, On("IOrders.Put", Fault.TransactionConflict));

        await SendAsync(plan, "IOrders.Put", 2);

        Assert.Equal("Seed 42: 1 faults in 2 attempts.\n#1 IOrders.Put (PutItem): TransactionConflict", plan.ToString());
    }

    [Fact]
    public void A_rule_that_can_never_be_met_is_refused()
    {
        Assert.Throws<ArgumentException>(static () => new FaultPlan(1, new FaultRule(Fault.PageCut) { Operation = DynamoOperation.PutItem }));
        Assert.Throws<ArgumentException>(static () => new FaultPlan(1, new FaultRule(Fault.UnprocessedParts) { Operation = DynamoOperation.Query }));
        Assert.Throws<ArgumentException>(static () => new FaultPlan(1, new FaultRule(Fault.TransactionConflict) { Operation = DynamoOperation.GetItem }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new FaultPlan(1, new FaultRule(Fault.Slow) { From = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new FaultPlan(1, new FaultRule(Fault.Slow) { Times = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new FaultPlan(1, new FaultRule(Fault.Slow) { Probability = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new FaultPlan(1, new FaultRule(Fault.Slow) { Probability = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new FaultPlan(1, new FaultRule(Fault.Slow) { Delay = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new FaultPlan(1, new FaultRule(Fault.PageCut) { PageSize = 0 }));
    }

    private static async Task SendAsync(FaultPlan plan, string accessPattern, int times)
    {
        var transport = new FaultyTransport(new Answering(), plan);
        for (var call = 0; call < times; call++)
        {
            try
            {
                using var response = await transport.SendAsync(
                    new TransportRequest(DynamoOperation.PutItem, "shop", "{}"u8.ToArray()) { AccessPattern = accessPattern }, default);
            }
            catch (Amazon.DynamoDBv2.Model.TransactionConflictException conflict)
            {
                Assert.Equal(Fault.TransactionConflict, plan.Log[^1].Fault);
                Assert.Equal("TransactionConflictException", conflict.ErrorCode);
            }
        }
    }

    private sealed class Answering : ITransport
    {
        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new TransportResponse(System.Buffers.ArrayPool<byte>.Shared.Rent(2), 0));
    }
}
