using DynamoGen;

namespace Northwind.Sales;

[Repository<OrderLine>]
public partial interface IOrderLines
{
    ValueTask<OrderLine?> Get(int orderId, int productId, CancellationToken cancellationToken = default);

    IAsyncEnumerable<OrderLine> OfOrder(int orderId);

    [Index("gsi1")]
    IAsyncEnumerable<OrderLine> OfProduct(int productId);

    ValueTask Put(OrderLine line, CancellationToken cancellationToken = default);
}
