using DynamoGen;

namespace Service._1.Orders;

[Entity<OrderTable>]
[Key("ORDER#{OrderId}", "ORDER")]
[Key("by-customer", "CUSTOMER#{CustomerId}", "{PlacedAt}#{OrderId}")]
public sealed partial record Order(Guid OrderId, string CustomerId, DateTimeOffset PlacedAt);
