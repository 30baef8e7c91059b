using DynamoGen;

namespace Service._1.Orders;

/// <summary>Each method is one access pattern, or it does not build.</summary>
[Repository<Order>]
public partial interface IOrders
{
    ValueTask Create(Order order, CancellationToken cancellationToken = default);

    ValueTask<OrderWithLines?> WithLines(Guid orderId, CancellationToken cancellationToken = default);

    [Index("by-customer"), Descending]
    ValueTask<IReadOnlyList<Order>> LatestOfCustomer(string customerId, int limit, CancellationToken cancellationToken = default);
}
