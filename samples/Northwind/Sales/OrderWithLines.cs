using DynamoGen;

namespace Northwind.Sales;

/// <summary>An order and its lines: one item collection, one Query.</summary>
[ItemCollection]
public sealed partial record OrderWithLines
{
    public required Order Order { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public decimal Total => Lines.Sum(line => line.UnitPrice.Amount * line.Quantity * (1 - line.Discount));
}
