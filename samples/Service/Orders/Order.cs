using DynamoGen;
using NorthwindService.Customers;

namespace NorthwindService.Orders;

/// <summary>An order. Its lines are items of their own under the same partition key, so that one Query brings both.</summary>
[Entity<OrderTable>]
[Key("ORDER#{OrderId}", "ORDER")]
[Key("by-customer", "CUSTOMER#{CustomerId}", "{OrderedOn}#{OrderId}")]
[Key("by-employee", "EMPLOYEE#{EmployeeId}", "{OrderedOn}#{OrderId}")]
[Key("open", "EMPLOYEE#{OpenWith}", "{OrderedOn}#{OrderId}")]
public sealed partial record Order
{
    public required int OrderId { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required int EmployeeId { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public DateOnly? ShippedOn { get; init; }

    /// <summary>The employee while the order is not shipped, then null: the index <c>open</c> has no other orders than open ones.</summary>
    public int? OpenWith { get; init; }

    public required decimal Freight { get; init; }

    public required string ShipName { get; init; }

    public required string ShipCountry { get; init; }
}
