namespace DynamoGen.Tests.Partitions;

[Table("boards")]
[GlobalIndex("by-author", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("by-topic", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
[GlobalIndex("keys", PartitionKey = "gsi3pk", SortKey = "gsi3sk", Projection = IndexProjection.KeysOnly)]
[LocalIndex("by-score", SortKey = "lsi1sk")]
public sealed partial class Boards;

public enum Topic
{
    Cars,
    Boats,
    Planes,
}

[Entity<Boards>]
[Key("BOARD#{Board}#{At:yyyy-MM-dd}", "{At}#{Number}")]
[Key("by-author", "AUTHOR#{Author}", "{Score}")]
[Key("by-topic", "TOPIC#{Topic}", "{Score}", Shards = 3)]
[Key("keys", "AUTHOR#{Author}", "{Score}")]
[Key("by-score", "BOARD#{Board}#{At:yyyy-MM-dd}", "{Score}")]
public sealed partial record Post(string Board, DateTimeOffset At, int Number, string Author, int Score)
{
    public Topic Topic { get; init; }

    public string? Text { get; init; }
}

[Projection<Post>]
public sealed partial record PostCard(string Author, string? Text);

[Repository<Post>]
public partial interface IPosts
{
    ValueTask PutMany(IEnumerable<Post> posts);

    [Index("by-author")]
    ValueTask<Post[]> By(string author);

    [Index("by-author")]
    [Descending]
    ValueTask<Post[]> LatestBy(string author);

    [Index("by-author")]
    ValueTask<Page<Post>> Feed(IReadOnlyList<string> authors, int limit, string? cursor);

    [Index("by-author")]
    [Descending]
    ValueTask<Page<Post>> LatestFeed(IReadOnlyCollection<string> authors, int limit, string? cursor);

    [Index("by-author")]
    IAsyncEnumerable<Post> Of(string[] authors, int? from = null, int? to = null, int? limit = null);

    [Index("by-author")]
    ValueTask<IReadOnlyList<PostCard>> Cards(string[] authors);

    [Index("by-author")]
    [Descending]
    ValueTask<Post?> LatestOf(string[] authors);

    [Index("by-author")]
    ValueTask<long> CountOf(string[] authors);

    [Index("by-author")]
    [Filter("Number > {least}")]
    ValueTask<bool> ExistsAbove(string[] authors, int least);

    [Index("keys")]
    [Hydrate]
    ValueTask<Page<Post>> Hydrated(string[] authors, int limit, string? cursor);

    [Index("by-topic")]
    ValueTask<Page<Post>> About(Topic[] topics, int limit, string? cursor);

    [Index("by-topic")]
    ValueTask<long> CountAbout(Topic[] topics);

    [ConsistentRead]
    ValueTask<Page<Post>> OnDays(string board, DateOnly[] days, int limit, string? cursor);

    IAsyncEnumerable<Post.PrimaryKey> KeysOnDays(string board, DateOnly[] days);

    IAsyncEnumerable<Post> OnDaysOf(string board, IReadOnlyList<DateTimeOffset> days, DateTimeOffset? from = null);

    [Index("by-score")]
    [Descending]
    ValueTask<Page<Post>> BestOnDays(string board, DateOnly[] at, int limit, string? cursor);
}
