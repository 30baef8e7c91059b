using DynamoGen;

namespace OrderStreams.Sales;

/// <summary>An order of Northwind, with what a search looks for.</summary>
[Entity<OrdersTable>]
[Key("ORDER#{OrderId}", "ORDER")]
public sealed partial record Order
{
    public required int OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required OrderStatus Status { get; init; }

    public required string ShipName { get; init; }

    public required string ShipCity { get; init; }

    public required string ShipCountry { get; init; }

    /// <summary>Counts the writes of the order; the search index takes it as the version of its document.</summary>
    [OptimisticLock]
    public long Revision { get; init; }
}

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    Open,
    Shipped,
}
