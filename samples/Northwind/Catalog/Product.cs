using DynamoGen;
using Northwind.Sales;

namespace Northwind.Catalog;

[Entity<NorthwindTable>]
[Key("PRODUCT#{ProductId}", "PRODUCT")]
[Key("gsi1", "SUPPLIER#{SupplierId}", "PRODUCT#{Name}")]
[Key("gsi2", "CATEGORY#{CategoryId}", "PRODUCT#{Name}")]
public sealed partial record Product
{
    public required int ProductId { get; init; }

    public required string Name { get; init; }

    public required int SupplierId { get; init; }

    public required int CategoryId { get; init; }

    public required string QuantityPerUnit { get; init; }

    public required Money UnitPrice { get; init; }

    public int UnitsInStock { get; init; }

    public int UnitsOnOrder { get; init; }

    public int ReorderLevel { get; init; }

    public bool Discontinued { get; init; }
}
