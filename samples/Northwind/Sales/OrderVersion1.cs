using DynamoGen;

namespace Northwind.Sales;

/// <summary>The order as the previous deployment declared and wrote it. The tour writes some of these, to read them as <see cref="Order"/>.</summary>
[Entity<NorthwindTable>(Name = "Order", Version = 1)]
[Key("ORDER#{OrderId}", "ORDER")]
[Key("gsi1", "CUSTOMER#{CustomerId}", "ORDER#{OrderedOn}#{OrderId}")]
[Key("gsi2", "STATUS#{Status}", "{OrderedOn}#{OrderId}", Shards = 4)]
[Key("gsi3", "EMPLOYEE#{EmployeeId}", "{OrderedOn}#{OrderId}")]
public sealed partial record OrderVersion1
{
    public required int OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required int EmployeeId { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public required DateOnly RequiredOn { get; init; }

    public DateOnly? ShippedOn { get; init; }

    public required OrderStatus Status { get; init; }

    public required int ShipperId { get; init; }

    public required decimal Freight { get; init; }

    public required string ShipName { get; init; }

    public required Address ShipTo { get; init; }
}
