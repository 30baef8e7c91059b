using DynamoGen;

namespace Service._1.Orders;

[Repository<OrderLine>]
public partial interface IOrderLines
{
    ValueTask Put(OrderLine line, CancellationToken cancellationToken = default);
}
