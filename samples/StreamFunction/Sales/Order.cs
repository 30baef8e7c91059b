using DynamoGen;

namespace OrderFunction.Sales;

[Entity<OrdersTable>]
[Key("ORDER#{OrderId}", "ORDER")]
public sealed partial record Order
{
    public required int OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required string Status { get; init; }
}
