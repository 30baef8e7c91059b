using DynamoGen;

namespace BadDesign.Catalog;

/// <summary>Found by its product, and in a list of all reviews, the latest first.</summary>
[Entity<ShopTable>]
[Key("PRODUCT#{ProductId}", "{ReviewId}")]
[Key("gsi1", "REVIEWS", "{WrittenAt}#{ReviewId}")]
[Key("gsi2", "AUTHOR#{Author}", "{WrittenAt}")]
public sealed partial record Review
{
    public required int ProductId { get; init; }

    public required int ReviewId { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required string Text { get; init; }
}
