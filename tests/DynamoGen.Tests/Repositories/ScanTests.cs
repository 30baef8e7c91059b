namespace DynamoGen.Tests.Repositories;

public sealed class ScanTests(LocalServer server) : ShopTest(server)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task All_items_of_the_entity_come_once(int segments)
    {
        // More than 1 MB, so that segments have pages.
        var orders = Enumerable.Range(0, 300).Select(id => NewOrder(id, "c" + id) with { Notes = new string('n', 5000) });
        await Orders.PutMany(orders);
        await Customers.Put(new Customer("c1", "not an order"));

        Assert.Equal(Enumerable.Range(0, 300), (await Ids(Orders.ScanAll(segments))).Order());
    }

    [Fact]
    public async Task Whoever_stops_early_stops_the_segments()
    {
        await Orders.PutMany(Enumerable.Range(0, 50).Select(id => NewOrder(id, "c" + id)));

        await foreach (var order in Orders.ScanAll(5))
        {
            Assert.NotNull(order);
            break;
        }
    }

    [Fact]
    public async Task No_segments_are_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Ids(Orders.ScanAll(0)));
}
