using DynamoGen;

namespace Storefront.Sales;

/// <summary>An order under a lock. The index by status is spread over shards, since there are only two of them.</summary>
[Entity<StorefrontTable>]
[Key("CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
[Key("gsi1", "STATUS#{Status}", "{OrderedAt}#{CustomerId}#{OrderId}", Shards = 4)]
[Key("gsi2", "ORDER#{OrderId}", "{CustomerId}")]
public sealed partial record Order
{
    public required CustomerId CustomerId { get; init; }

    public required int OrderId { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    public required OrderStatus Status { get; init; }

    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    public string? Note { get; init; }

    [OptimisticLock]
    public long Revision { get; init; }
}
