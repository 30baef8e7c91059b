using DynamoGen;

namespace MovingOrders.Sales;

/// <summary>What the new build asks for.</summary>
[Repository<Order>]
public partial interface IOrders
{
    [ConsistentRead]
    ValueTask<Order?> Get(string customerId, int orderId, CancellationToken cancellationToken = default);

    [ConsistentRead]
    IAsyncEnumerable<Order> OfCustomer(string customerId, CancellationToken cancellationToken = default);

    ValueTask<bool> Create(Order order, CancellationToken cancellationToken = default);

    ValueTask Put(Order order, CancellationToken cancellationToken = default);

    [Update("SET ShippedOn = {shippedOn}")]
    ValueTask<bool> UpdateShippedOn(string customerId, int orderId, DateOnly shippedOn, CancellationToken cancellationToken = default);

    ValueTask Delete(string customerId, int orderId, CancellationToken cancellationToken = default);

    /// <summary>New with the new keys: from cut-over on.</summary>
    [Index("gsi1"), Descending]
    ValueTask<IReadOnlyList<Order>> LatestOfEmployee(int employeeId, int limit, CancellationToken cancellationToken = default);
}
