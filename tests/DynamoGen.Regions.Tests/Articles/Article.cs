namespace DynamoGen.Regions.Tests.Articles;

/// <summary>An article whose writes are marked.</summary>
[Entity<ArticleTable>]
[Key("ARTICLE#{Id}", "ARTICLE")]
public sealed partial record Article(int Id, string Text)
{
    [UpdatedRegion]
    public string? UpdatedIn { get; init; }

    [LineageMark]
    public string? Mark { get; init; }

    [LineageBase]
    public string? BasedOn { get; init; }
}
