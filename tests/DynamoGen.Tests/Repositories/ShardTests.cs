namespace DynamoGen.Tests.Repositories;

public sealed class ShardTests(LocalServer server) : ShopTest(server)
{
    [Fact]
    public async Task Shards_are_merged_in_the_order_of_the_sort_key()
    {
        var random = new Random(42);
        var orders = Enumerable.Range(0, 200).Select(i => NewOrder(i, customer: $"c{i % 17}", day: random.Next(50))).ToArray();
        await PutAsync(orders);
        await PutAsync(NewOrder(1000, status: Status.Shipped));
        var expected = orders.OrderBy(order => order.OrderedAt).ThenBy(order => order.OrderId).Select(order => order.OrderId).ToArray();

        Assert.Equal(expected, await Ids(Orders.WithStatus(Status.Open)));
        Assert.Equal(expected.Reverse(), await Ids(Orders.LatestWithStatus(Status.Open)));
        Assert.Equal((int[])[1000], await Ids(Orders.WithStatus(Status.Shipped)));
    }

    [Fact]
    public async Task A_range_and_a_limit_hold_over_all_shards()
    {
        await PutAsync(Enumerable.Range(0, 60).Select(i => NewOrder(i, customer: $"c{i}", day: i)));

        Assert.Equal(Enumerable.Range(40, 20), await Ids(Orders.WithStatus(Status.Open, from: Day.AddDays(40))));
        Assert.Equal(Enumerable.Range(40, 7), await Ids(Orders.WithStatus(Status.Open, from: Day.AddDays(40), limit: 7)));
    }

    [Fact]
    public async Task Shards_of_several_pages_are_merged_too()
    {
        await PutAsync(Enumerable.Range(0, 60).Select(i => NewOrder(i, customer: $"c{i}", day: i) with { Notes = new string('x', 150_000) }));
        using var spans = new Spans("IOrders.WithStatus");

        Assert.Equal(Enumerable.Range(0, 60), await Ids(Orders.WithStatus(Status.Open)));
        Assert.InRange(Assert.Single(spans.Ended).Requests, 9, 20);
        Assert.Equal(60, spans.Ended[0].Items);
    }

    [Fact]
    public void Items_spread_over_all_shards()
    {
        var shards = Enumerable.Range(0, 1000).Select(i => Order.Keys.Gsi1.ShardOf($"c{i}", Day, i)).ToArray();

        Assert.All(shards, shard => Assert.InRange(shard, 0, 4));
        Assert.All(shards.CountBy(shard => shard), shard => Assert.InRange(shard.Value, 120, 280));
        Assert.Equal(5, shards.Distinct().Count());
    }
}
