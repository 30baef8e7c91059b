using DynamoGen;

namespace Northwind.Sales;

[Entity<NorthwindTable>]
[Key("CUSTOMER#{CustomerId}", "CUSTOMER")]
[Key("gsi2", "COUNTRY#{Country}", "CUSTOMER#{CompanyName}")]
public sealed partial record Customer
{
    public required string CustomerId { get; init; }

    public required string CompanyName { get; init; }

    public required string ContactName { get; init; }

    public required string ContactTitle { get; init; }

    public required Address Address { get; init; }

    public required string Phone { get; init; }

    public string? Fax { get; init; }

    /// <summary>Keys are made of the entity's own properties, so the country is kept beside the address.</summary>
    public required string Country { get; init; }
}
