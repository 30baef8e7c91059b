namespace DynamoGen.Benchmarks.Orders;

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(int orderId, CancellationToken cancellationToken = default);

    ValueTask<IReadOnlyList<Order>> Query(int orderId, CancellationToken cancellationToken = default);

    ValueTask Put(Order order, CancellationToken cancellationToken = default);
}
