using DynamoGen;
using NorthwindService.Customers;

namespace NorthwindService.Carts;

/// <summary>What a customer has chosen so far. An expired cart is not read any more, whether or not DynamoDB has deleted it yet.</summary>
[Entity<CartTable>]
[Key("CART#{CustomerId}", "CART")]
public sealed partial record Cart
{
    public required CustomerId CustomerId { get; init; }

    public required IReadOnlyList<CartLine> Lines { get; init; }

    [TimeToLive, AttributeName("expires")]
    public required DateTimeOffset Expires { get; init; }
}
