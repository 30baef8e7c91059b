using DynamoGen;
using Northwind.Sales;

namespace Northwind.Catalog;

[Entity<NorthwindTable>]
[Key("SUPPLIER#{SupplierId}", "SUPPLIER")]
public sealed partial record Supplier
{
    public required int SupplierId { get; init; }

    public required string CompanyName { get; init; }

    public required string ContactName { get; init; }

    public required string ContactTitle { get; init; }

    public required Address Address { get; init; }

    public required string Phone { get; init; }

    public string? Fax { get; init; }

    public string? HomePage { get; init; }
}
