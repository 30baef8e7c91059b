using DynamoGen;

namespace MovingOrders.Sales;

/// <summary>An order as it was: a partition for each, and an index for those of a customer.</summary>
[Entity<OrdersTable>(Version = 2)]
[Key("ORDER#{OrderId}", "CUSTOMER#{CustomerId}")]
[Key("gsi1", "CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
public sealed partial record LegacyOrder
{
    public required int OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required int EmployeeId { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public DateOnly? ShippedOn { get; init; }

    /// <summary>The shipper.</summary>
    public required int ShipVia { get; init; }

    /// <summary>In US dollars; version 1 kept cents.</summary>
    public required decimal Freight { get; init; }

    public required string ShipStreet { get; init; }

    /// <summary>City and country in one text: "Reims, France".</summary>
    public required string ShipPlace { get; init; }

    [Upcast(from: 1, nameof(Freight), StoredAs = "FreightCents")]
    private static decimal FreightOf(long cents) => cents / 100m;
}
