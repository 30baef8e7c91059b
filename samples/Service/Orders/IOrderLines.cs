using DynamoGen;

namespace NorthwindService.Orders;

[Repository<OrderLine>]
public partial interface IOrderLines
{
    ValueTask PutMany(IEnumerable<OrderLine> lines, CancellationToken cancellationToken = default);
}
