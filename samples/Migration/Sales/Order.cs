using DynamoGen;

namespace MovingOrders.Sales;

/// <summary>An order as it shall be: in the partition of its customer.</summary>
[Entity<CustomerOrdersTable>]
[Key("CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
[Key("gsi1", "EMPLOYEE#{EmployeeId}", "{OrderedOn}#{OrderId}")]
public sealed partial record Order
{
    public required string CustomerId { get; init; }

    public required int OrderId { get; init; }

    public required int EmployeeId { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public DateOnly? ShippedOn { get; init; }

    public required int ShipperId { get; init; }

    public required Money Freight { get; init; }

    public required Address ShipTo { get; init; }
}

/// <summary>An amount in a currency (ISO 4217).</summary>
public readonly record struct Money(decimal Amount, string Currency);

/// <summary>Where an order is sent.</summary>
public sealed record Address(string Street, string City, string Country);
