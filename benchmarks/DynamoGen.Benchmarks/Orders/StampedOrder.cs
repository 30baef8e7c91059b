namespace DynamoGen.Benchmarks.Orders;

/// <summary>The same order, whose writes tell their region, their mark and what they were based on.</summary>
[Entity<OrderTable>]
[Key("ORDER#{OrderId}", "STAMPED")]
public sealed partial record StampedOrder
{
    public required int OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required int EmployeeId { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    public required DateTimeOffset RequiredAt { get; init; }

    public required OrderStatus Status { get; init; }

    public required int ShipperId { get; init; }

    public required decimal Freight { get; init; }

    public required string ShipName { get; init; }

    public required string ShipCity { get; init; }

    [UpdatedRegion]
    public string? UpdatedIn { get; init; }

    [LineageMark]
    public string? Mark { get; init; }

    [LineageBase]
    public string? BasedOn { get; init; }

    /// <summary>An order as it is read, to be written again.</summary>
    public static StampedOrder Of(Order order) => new()
    {
        OrderId = order.OrderId,
        CustomerId = order.CustomerId,
        EmployeeId = order.EmployeeId,
        OrderedAt = order.OrderedAt,
        RequiredAt = order.RequiredAt,
        Status = order.Status,
        ShipperId = order.ShipperId,
        Freight = order.Freight,
        ShipName = order.ShipName,
        ShipCity = order.ShipCity,
        UpdatedIn = "eu-west-1",
        Mark = "euw1.AZ1kd93kfLs",
        BasedOn = "euw1.AZ1kd93kfLo",
    };
}

[Repository<StampedOrder>]
public partial interface IStampedOrders
{
    ValueTask Put(StampedOrder order, CancellationToken cancellationToken = default);
}
