namespace DynamoGen.Testing.Tests.Faults;

/// <summary>Random writes and reads under random faults, beside a dictionary that has no faults.</summary>
public sealed class SurvivalTests : FaultTest
{
    private const int Steps = 150;

    [Theory]
    [InlineData(1)]
    [InlineData(20_261_129)]
    [InlineData(-7)]
    public async Task What_is_stored_is_what_a_dictionary_has_and_a_replay_meets_the_same_faults(int seed)
    {
        var plan = Plan(seed);

        var stored = await RunAsync(plan);

        Assert.True(plan.Log.Count > 20, plan.ToString());
        var again = plan.Replay();
        Assert.Equal(stored, await RunAsync(again));
        Assert.Equal(plan.ToString(), again.ToString());
    }

    /// <summary>With these seeds no request meets four faults that end its attempt, with which its call would rightly fail.</summary>
    private static FaultPlan Plan(int seed) => new(
        seed,
        new FaultRule(Fault.Throttled) { Probability = 0.06 },
        new FaultRule(Fault.LostAnswer) { Probability = 0.06 },
        new FaultRule(Fault.Truncated) { Probability = 0.04 },
        new FaultRule(Fault.WrongChecksum) { Probability = 0.04 },
        new FaultRule(Fault.UnprocessedParts) { Probability = 0.5 },
        new FaultRule(Fault.PageCut) { Probability = 0.5, PageSize = 3 },
        new FaultRule(Fault.Slow) { Probability = 0.1 });

    private static async Task<IReadOnlyList<Order>> RunAsync(FaultPlan plan)
    {
        await using var tables = await StartAsync(plan, new JumpingClock(DateTimeOffset.UnixEpoch));
        var (orders, model, random) = (tables.Get<IOrders>(), new SortedDictionary<int, Order>(), new Random(plan.Seed));
        for (var step = 0; step < Steps; step++)
        {
            await StepAsync(orders, model, random);
        }

        var stored = await orders.OfCustomer("ALFKI").ToListAsync();
        Assert.True(model.Values.SequenceEqual(stored), plan.ToString());
        return stored;
    }

    private static async Task StepAsync(IOrders orders, SortedDictionary<int, Order> model, Random random)
    {
        var order = Order(random.Next(40), random.Next(1_000));
        switch (random.Next(5))
        {
            case 0:
                await orders.Put(order);
                model[order.OrderId] = order;
                break;
            case 1:
                var several = Enumerable.Range(random.Next(20), 12).Select(id => order with { OrderId = id }).ToList();
                await orders.PutMany(several);
                several.ForEach(one => model[one.OrderId] = one);
                break;
            case 2:
                await orders.Remove("ALFKI", order.OrderId);
                model.Remove(order.OrderId);
                break;
            case 3:
                Assert.Equal(model.GetValueOrDefault(order.OrderId), await orders.Get("ALFKI", order.OrderId));
                break;
            default:
                Assert.Equal(model.Values, await orders.OfCustomer("ALFKI").ToListAsync());
                break;
        }
    }
}
