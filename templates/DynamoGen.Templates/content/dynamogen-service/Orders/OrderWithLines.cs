using DynamoGen;

namespace Service._1.Orders;

/// <summary>An order and its lines: one item collection, one Query.</summary>
[ItemCollection]
public sealed partial record OrderWithLines
{
    public required Order Order { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }
}
