using DynamoGen;

namespace NorthwindService.Orders;

[Entity<OrderTable>]
[Key("ORDER#{OrderId}", "LINE#{ProductId}")]
public sealed partial record OrderLine(int OrderId, int ProductId, decimal UnitPrice, int Quantity);
