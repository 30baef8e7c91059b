using DynamoGen;

namespace Service._1.Orders;

[Entity<OrderTable>]
[Key("ORDER#{OrderId}", "LINE#{Number}")]
public sealed partial record OrderLine(Guid OrderId, int Number, string Product, int Quantity);
