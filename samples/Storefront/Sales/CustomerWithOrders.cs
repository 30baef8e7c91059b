using DynamoGen;

namespace Storefront.Sales;

/// <summary>A customer with all orders: one item collection, one Query.</summary>
[ItemCollection]
public sealed partial record CustomerWithOrders
{
    public required Customer Customer { get; init; }

    public required IReadOnlyList<Order> Orders { get; init; }
}
