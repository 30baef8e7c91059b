using DynamoGen;

namespace GoodDesign.Catalog;

/// <summary>Found by its product, and in a list of all reviews, the latest first.</summary>
[Entity<ShopTable>]
[Key("PRODUCT#{ProductId}", "REVIEW#{ReviewId}")]
[Key("gsi1", "REVIEWS", "{WrittenAt}#{ReviewId}", Shards = 10)]
public sealed partial record Review
{
    public required int ProductId { get; init; }

    public required int ReviewId { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required string Text { get; init; }
}
