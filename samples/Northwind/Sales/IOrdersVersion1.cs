using DynamoGen;

namespace Northwind.Sales;

[Repository<OrderVersion1>]
public partial interface IOrdersVersion1
{
    ValueTask Put(OrderVersion1 order, CancellationToken cancellationToken = default);
}
