using DynamoGen;

namespace OrdersEverywhere.Orders;

/// <summary>An order, whose writes say where they were made and what they were based on.</summary>
[Entity<OrderTable>]
[Key("ORDER#{Number}", "ORDER")]
public sealed partial record Order(int Number, string Address, IReadOnlyList<string> Lines)
{
    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }

    [UpdatedRegion]
    public string? UpdatedIn { get; init; }

    [LineageMark]
    public string? Mark { get; init; }

    [LineageBase]
    public string? BasedOn { get; init; }
}
