using DynamoGen;

namespace MovingOrders.Sales;

/// <summary>The order as an even older build wrote it. Two thirds of the items are of this version when the migration begins.</summary>
[Entity<OrdersTable>(Name = "LegacyOrder", Version = 1)]
[Key("ORDER#{OrderId}", "CUSTOMER#{CustomerId}")]
[Key("gsi1", "CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
public sealed partial record LegacyOrderVersion1
{
    public required int OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required int EmployeeId { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public DateOnly? ShippedOn { get; init; }

    public required int ShipVia { get; init; }

    public required long FreightCents { get; init; }

    public required string ShipStreet { get; init; }

    public required string ShipPlace { get; init; }
}
