using DynamoGen;

namespace Storefront.Sales;

/// <summary>What a visitor has put together, for some hours.</summary>
[Entity<StorefrontTable>]
[Key("BASKET#{BasketId}", "BASKET")]
public sealed partial record Basket
{
    public required Guid BasketId { get; init; }

    public List<OrderLine> Lines { get; init; } = [];

    [AttributeName("expires"), TimeToLive]
    public required DateTimeOffset ExpiresAt { get; init; }
}
