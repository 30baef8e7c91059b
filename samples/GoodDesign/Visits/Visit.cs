using DynamoGen;

namespace GoodDesign.Visits;

[Entity<ShopTable>]
[Key("VISITS#{Page}#{Day}", "{VisitedAt}#{VisitId}")]
public sealed partial record Visit
{
    public required Guid VisitId { get; init; }

    public required string Page { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset VisitedAt { get; init; }
}
