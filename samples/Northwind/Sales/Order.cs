using DynamoGen;

namespace Northwind.Sales;

/// <summary>
/// An order. Its lines are items of their own under the same partition key, so that one Query brings both.
/// There are only two states, so the index by status is spread over shards: one key of it would otherwise take the writes of every order.
/// </summary>
[Entity<NorthwindTable>(Version = 2)]
[Key("ORDER#{OrderId}", "ORDER")]
[Key("gsi1", "CUSTOMER#{CustomerId}", "ORDER#{OrderedOn}#{OrderId}")]
[Key("gsi2", "STATUS#{Status}", "{OrderedOn}#{OrderId}", Shards = 4)]
[Key("gsi3", "EMPLOYEE#{EmployeeId}", "{OrderedOn}#{OrderId}")]
public sealed partial record Order
{
    public required int OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required int EmployeeId { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public required DateOnly RequiredOn { get; init; }

    public DateOnly? ShippedOn { get; init; }

    public required OrderStatus Status { get; init; }

    public required int ShipperId { get; init; }

    /// <summary>Version 1 kept a bare number of dollars.</summary>
    public required Money Freight { get; init; }

    public required string ShipName { get; init; }

    public required Address ShipTo { get; init; }

    [Upcast(from: 1, nameof(Freight))]
    private static Money FreightInDollars(decimal amount) => Money.Dollars(amount);
}
