using DynamoGen.Regions.Values;

namespace DynamoGen.Regions.Tests.Upgrades;

/// <summary>Posts, which every region counts the views of.</summary>
[Table("posts", Stream = StreamView.NewAndOldImages)]
[Replica("us-east-1")]
[Replica("eu-west-1")]
[AnyRegion]
public sealed partial class PostTable;

/// <summary>A post whose title was its name, and in capitals, in the first version.</summary>
[Entity<PostTable>(Version = 2)]
[Key("POST#{Path}", "POST")]
public sealed partial record Post(string Path)
{
    public required string Title { get; init; }

    [RegionalCounter]
    public RegionalCount Views { get; init; }

    [UpdatedRegion]
    public string? UpdatedIn { get; init; }

    [LineageMark]
    public string? Mark { get; init; }

    [LineageBase]
    public string? BasedOn { get; init; }

    [Upcast(1, nameof(Title), StoredAs = "Name")]
    private static string TitleOf(string name) => name.ToLowerInvariant();
}

[Repository<Post>]
public partial interface IPosts
{
    [ConsistentRead]
    ValueTask<Post?> Get(string path);

    [Update("ADD Views {by}")]
    ValueTask<Post> UpdateViews(string path, long by);
}
