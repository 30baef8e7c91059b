using DynamoGen;

namespace Northwind.Sales;

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(int orderId, CancellationToken cancellationToken = default);

    ValueTask<OrderWithLines?> WithLines(int orderId, CancellationToken cancellationToken = default);

    [Index("gsi1")]
    IAsyncEnumerable<Order> OfCustomer(string customerId, DateOnly? from = null, DateOnly? to = null);

    [Index("gsi2")]
    IAsyncEnumerable<Order> WithStatus(OrderStatus status, DateOnly? from = null, DateOnly? to = null);

    [Index("gsi3"), Descending]
    ValueTask<IReadOnlyList<Order>> LatestOfEmployee(int employeeId, int limit, CancellationToken cancellationToken = default);

    ValueTask Put(Order order, CancellationToken cancellationToken = default);

    ValueTask Delete(int orderId, CancellationToken cancellationToken = default);
}
