using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Several values of one part of a partition key make a query one of all their partitions.</summary>
public sealed class SeveralPartitionsTests
{
    private const string Model = """
        namespace Shop;
        [Table("posts", TimeToLive = "Until")]
        [GlobalIndex("by-author", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("by-kind", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
        [GlobalIndex("keys", PartitionKey = "gsi3pk", SortKey = "gsi3sk", Projection = IndexProjection.KeysOnly)]
        [GlobalIndex("parts", PartitionKeys = ["Author", "Board"], SortKeys = ["Number"], SortKeyTypes = [KeyAttributeType.Number])]
        [LocalIndex("by-size", SortKey = "lsi1sk")]
        public sealed partial class T;
        public enum Kind { Question, Answer }
        [Entity<T>]
        [Key("BOARD#{Board}#{At:yyyy-MM-dd}", "{At}#{Number}")]
        [Key("by-author", "AUTHOR#{Author}", "{Number}")]
        [Key("by-kind", "KIND#{Kind}", "{Number}", Shards = 4)]
        [Key("keys", "CATEGORY#{Category}", "{Number}")]
        [Key("by-size", "BOARD#{Board}#{At:yyyy-MM-dd}", "{Size}")]
        [MultiAttributeKey("parts")]
        public sealed partial record Post(string Board, DateTimeOffset At, int Number, string Author, Kind Kind, string Category, int Size) : IItem
        {
            [TimeToLive] public DateTimeOffset? Until { get; init; }
        }
        [Projection<Post>] public sealed partial record Card(string Author);
        [ItemCollection(typeof(Post))] public interface IItem;
        [ItemCollection] public sealed partial record Posts(IReadOnlyList<Post> All);

        """;

    [Theory]
    [InlineData("[Index(\"by-author\"), Descending] ValueTask<Page<Post>> Feed(IReadOnlyList<string> authors, int limit, string? cursor);")]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post> Of(string[] author);")]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post> Of(IReadOnlyCollection<string> Authors, int from, int to);")]
    [InlineData("[Index(\"by-author\"), Filter(\"Size IN {sizes}\")] IAsyncEnumerable<Post> Of(HashSet<string> authors, int[] sizes, int limit);")]
    [InlineData("[Index(\"by-author\")] ValueTask<IReadOnlyList<Post>> Of(List<string> authors); [Index(\"by-author\")] Task<Post[]> Array(string[] authors);")]
    [InlineData("[Index(\"by-author\"), Descending] ValueTask<Post?> LastOf(string[] authors);")]
    [InlineData("[Index(\"by-author\")] ValueTask<long> CountOf(string[] authors); [Index(\"by-author\")] ValueTask<bool> ExistsOf(string[] authors, int number);")]
    [InlineData("[Index(\"by-author\")] ValueTask<Response<Page<Post>>> Of(string[] authors, int limit, string? cursor);")]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post.PrimaryKey> Of(string[] authors); [Index(\"by-author\")] IAsyncEnumerable<Card> Cards(string[] authors);")]
    [InlineData("[Index(\"by-author\")] ValueTask<Page<IItem>> Of(string[] authors, int limit, string? cursor);")]
    [InlineData("[Index(\"by-kind\")] IAsyncEnumerable<Post> Of(Kind[] kinds); [Index(\"by-kind\")] IAsyncEnumerable<Post.PrimaryKey> Keys(Kind[] kinds);")]
    [InlineData("[Index(\"keys\"), Hydrate, IncludeExpired] ValueTask<Page<Post>> Of(string[] categories, int limit, string? cursor);")]
    [InlineData("[ConsistentRead] IAsyncEnumerable<Post> Of(string board, DateOnly[] days);")]
    [InlineData("[Query] ValueTask<Post?> First(string board, IReadOnlyList<DateOnly> days);")]
    [InlineData("IAsyncEnumerable<Post> Of(string[] boards, DateOnly day, DateTimeOffset? from = null);")]
    [InlineData("IAsyncEnumerable<Post> Of(string board, DateTimeOffset[] atDays); ValueTask<long> CountOf(string[] boards, DateTimeOffset day);")]
    [InlineData("[Index(\"by-size\")] ValueTask<Page<Post>> Of(string board, DateOnly[] at, int from, int limit, string? cursor);")]
    public void What_has_several_values_of_a_part_compiles(string methods) => Design.Compiles(Run(methods));

    [Fact]
    public void A_value_is_that_of_the_query_that_is_written()
    {
        var text = Design.Compiles(Run("""
            [Index("by-author")] IAsyncEnumerable<Post> Of(IReadOnlyCollection<string> authors);
            [Index("by-kind"), IncludeExpired] IAsyncEnumerable<Post> With(Kind[] kinds);
            """)).Generated["Shop.IPosts.g.cs"];

        Assert.Contains("new OfRequest(global::System.Linq.Enumerable.ToArray(authors), _context.UtcNow)", text, StringComparison.Ordinal);
        Assert.Contains("public int Shards => authors.Length;", text, StringComparison.Ordinal);
        Assert.Contains("ByAuthor.WritePartitionKey(ref key, authors[shard]);", text, StringComparison.Ordinal);
        Assert.Contains("public int Shards => kinds.Length * 4;", text, StringComparison.Ordinal);
        Assert.Contains("ByKind.WritePartitionKey(ref key, kinds[shard / 4], shard % 4);", text, StringComparison.Ordinal);
        Assert.Contains("from 4 shards, for each of kinds.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post> Of(string author, int[] numbers);", "a part of the sort key", "numbers")]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post> Of(string[] authors, int[] number);", "a part of the sort key", "number")]
    [InlineData("IAsyncEnumerable<Post> Of(string[] boards, DateOnly[] days);", "several values of one part", "days")]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post> Of(string[]? authors);", "may be null", "authors")]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post> Of(IReadOnlyList<string?> authors);", "may be null", "authors")]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post> Of(int[] authors);", "are int, but 'Author' is string", "authors")]
    [InlineData("[Index(\"by-kind\")] IAsyncEnumerable<Post> Of(Kind?[] kinds);", "may be null", "kinds")]
    [InlineData("[Index(\"parts\")] IAsyncEnumerable<Post> Of(string[] authors, string board);", "one partition at a time", "authors")]
    [InlineData("ValueTask<Post?> Get(string[] boards, DateTimeOffset at, int number);", "one item has one", "boards")]
    [InlineData("ValueTask<bool> Delete(string[] boards, DateTimeOffset at, int number);", "one item has one", "boards")]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Post> Of(IEnumerable<string> authors);", "does not give 'Author'", "Of")]
    public void What_cannot_be_asked_of_several_partitions_is_refused(string method, string reason, string at)
    {
        var run = Run(method);
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.UnservedPattern, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
        Assert.Equal(at, problem.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(problem.Location.SourceSpan));
        Assert.Empty(Design.Unexpected(run));
    }

    [Fact]
    public void An_item_collection_is_of_one_partition()
    {
        var run = Run("ValueTask<Posts?> Of(string board, DateOnly[] days);");
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains("an item collection is of one partition", problem.Arguments[1], StringComparison.Ordinal);
        Assert.Empty(Design.Unexpected(run));
    }

    private static GeneratorRun Run(string methods) => GeneratorRun.Of(Model + $"[Repository<Post>] public partial interface IPosts {{ {methods} }}");
}
