using DynamoGen;

namespace OrderStreams.Sales;

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order> Create(Order order, CancellationToken cancellationToken = default);

    ValueTask<Order> Replace(Order order, CancellationToken cancellationToken = default);

    ValueTask<bool> Delete(Order order, CancellationToken cancellationToken = default);

    [AllowScan("the index is compared with the whole table at the end")]
    IAsyncEnumerable<Order> All();
}
