namespace DynamoGen.Benchmarks.Orders;

/// <summary>An order of ten attributes, as Northwind has them.</summary>
[Entity<OrderTable>]
[Key("ORDER#{OrderId}", "ORDER")]
public sealed partial record Order
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

    public static Order Number(int number) => new()
    {
        OrderId = 10248 + number,
        CustomerId = $"CUST{number % 91}",
        EmployeeId = number % 9,
        OrderedAt = new DateTimeOffset(2012, 7, 4, 0, 0, 0, TimeSpan.Zero).AddHours(number),
        RequiredAt = new DateTimeOffset(2012, 8, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number),
        Status = number % 3 == 0 ? OrderStatus.Open : OrderStatus.Shipped,
        ShipperId = number % 3,
        Freight = number * 37 % 10_000 / 100m,
        ShipName = "Vins et alcools Chevalier",
        ShipCity = "Reims",
    };
}

public enum OrderStatus
{
    Open,
    Shipped,
}

[Table("orders", Stream = StreamView.NewAndOldImages)]
public sealed partial class OrderTable;
