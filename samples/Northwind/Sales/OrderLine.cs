using DynamoGen;

namespace Northwind.Sales;

[Entity<NorthwindTable>]
[Key("ORDER#{OrderId}", "LINE#{ProductId}")]
[Key("gsi1", "PRODUCT#{ProductId}", "ORDER#{OrderId}")]
public sealed partial record OrderLine
{
    public required int OrderId { get; init; }

    public required int ProductId { get; init; }

    public required Money UnitPrice { get; init; }

    public required int Quantity { get; init; }

    /// <summary>A fraction of the price, 0 to 1.</summary>
    public decimal Discount { get; init; }
}
