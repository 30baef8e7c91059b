using DynamoGen;
using DynamoGen.Transactions;

namespace Storefront.Sales;

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(CustomerId customerId, int orderId, CancellationToken cancellationToken = default);

    IAsyncEnumerable<Order> OfCustomer(CustomerId customerId, int? from = null, int? to = null);

    [Descending]
    ValueTask<Page<Order>> LatestOfCustomer(CustomerId customerId, int limit, string? cursor = null, CancellationToken cancellationToken = default);

    [Index("gsi1"), Descending]
    IAsyncEnumerable<Order> WithStatus(OrderStatus status, int? limit = null);

    [Index("gsi2")]
    IAsyncEnumerable<Order.PrimaryKey> KeysByNumber(int orderId);

    [Index("gsi2"), Hydrate]
    ValueTask<Order?> ByNumber(int orderId, CancellationToken cancellationToken = default);

    ValueTask<Order> Create(Order order, CancellationToken cancellationToken = default);

    WriteAction CreateAction(Order order);

    ValueTask<Order> Replace(Order order, CancellationToken cancellationToken = default);

    [Update("SET Status = {status}, Note = {note}"), Condition("Status <> {status}")]
    ValueTask<Order> UpdateStatus(
        CustomerId customerId, int orderId, OrderStatus status, string note, long revision, CancellationToken cancellationToken = default);

    ValueTask<bool> Delete(Order order, CancellationToken cancellationToken = default);
}
