using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Writes;

public sealed class BatchPatternTests(LocalServer server) : ShopTest(server)
{
    [Fact]
    public async Task Any_number_of_items_is_put_read_and_deleted()
    {
        var orders = Enumerable.Range(0, 230).Select(id => NewOrder(id)).ToArray();
        var keys = orders.Select(order => new Order.PrimaryKey(order.CustomerId, order.OrderedAt, order.OrderId)).ToArray();

        await Orders.PutMany(orders);
        Assert.Equal(orders.Select(order => order.OrderId), (await Ids(Orders.GetMany(keys.Append(new Order.PrimaryKey("c", Day, 999))))).Order());
        await Orders.DeleteMany(keys[..200]);

        Assert.Equal(Enumerable.Range(200, 30), await Ids(Orders.OfCustomer("c")));
    }
}
