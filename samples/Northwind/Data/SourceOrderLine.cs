namespace Northwind.Data;

/// <summary>A line of an order as the source data has it, where it is called an order detail.</summary>
public sealed record SourceOrderLine
{
    /// <summary>The order's and the product's number, joined by a hyphen.</summary>
    public required string Id { get; init; }
    public required int OrderId { get; init; }
    public required int ProductId { get; init; }

    /// <summary>In US dollars, at the time of the order.</summary>
    public required decimal UnitPrice { get; init; }
    public required int Quantity { get; init; }

    /// <summary>A fraction: 0.15 is fifteen percent off.</summary>
    public required decimal Discount { get; init; }
}
