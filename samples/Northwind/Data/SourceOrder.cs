namespace Northwind.Data;

/// <summary>An order as the source data has it; its lines are <see cref="SourceOrderLine"/>s.</summary>
public sealed record SourceOrder
{
    public required int Id { get; init; }
    public required string CustomerId { get; init; }
    public required int EmployeeId { get; init; }
    public required DateOnly OrderDate { get; init; }
    public required DateOnly RequiredDate { get; init; }

    /// <summary>Null while the order is not shipped.</summary>
    public required DateOnly? ShippedDate { get; init; }

    /// <summary>The same shipper as <see cref="ShipperId"/>: the source has it twice.</summary>
    public required int ShipVia { get; init; }

    /// <summary>In US dollars.</summary>
    public required decimal Freight { get; init; }
    public required string ShipName { get; init; }
    public required string ShipAddress { get; init; }
    public required string ShipCity { get; init; }
    public required string ShipRegion { get; init; }
    public required string? ShipPostalCode { get; init; }
    public required string ShipCountry { get; init; }
    public required int ShipperId { get; init; }
}
