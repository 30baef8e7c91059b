using DynamoGen.Regions.Conflicts;

namespace DynamoGen.Regions.Tests.Articles;

/// <summary>Writes down the lost updates of one region.</summary>
[StreamHandler<ArticleTable>]
public sealed partial class ArticleConflicts
{
    /// <summary>The marks of the lost writes, each as often as it was told.</summary>
    public List<string> Lost { get; } = [];

    private ValueTask Conflicted(Article lost, Article won, ConflictContext context)
    {
        Assert.Equal((lost.Mark, won.Mark), (context.Lost.ToString(), context.Won.ToString()));
        Lost.Add(lost.Mark!);
        return default;
    }
}
