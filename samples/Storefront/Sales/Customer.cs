using DynamoGen;

namespace Storefront.Sales;

/// <summary>A customer; no two have one e-mail address.</summary>
[Entity<StorefrontTable>]
[Key("CUSTOMER#{CustomerId}", "CUSTOMER")]
[Unique("EMAIL#{Email}")]
public sealed partial record Customer
{
    public required CustomerId CustomerId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public Address? Address { get; init; }

    [CreatedAt]
    public DateTimeOffset Since { get; init; }
}
