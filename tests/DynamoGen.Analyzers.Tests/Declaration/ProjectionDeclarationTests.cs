using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Schema;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Declaration;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class ProjectionDeclarationTests
{
    private const string Library = """
        [Table("library")]
        [GlobalIndex("by-author", PartitionKey = "gsi1pk", Projection = IndexProjection.KeysOnly)]
        [GlobalIndex("by-genre", PartitionKey = "gsi2pk", Projection = IndexProjection.Include, NonKeyAttributes = ["Title"])]
        public sealed partial class Library;

        [Entity<Library>]
        [Key("BOOK#{Isbn}", "BOOK")]
        [Key("by-author", "AUTHOR#{Author}", null)]
        [Key("by-genre", "GENRE#{Genre}", null)]
        public sealed partial record Book(int Isbn, string Title, string Author, string Genre);

        [Projection<Book>]
        public sealed partial record BookTitle(string Title);


        """;

    [Theory]
    [InlineData("[Index({|DG1008:\"by-author\"|})] IAsyncEnumerable<Book> By(string author);")]
    [InlineData("[Index({|DG1008:\"by-author\"|})] IAsyncEnumerable<BookTitle> By(string author);")]
    [InlineData("[Index({|DG1008:\"by-genre\"|}), Filter(\"Isbn > 7\")] IAsyncEnumerable<BookTitle> Of(string genre);")]
    public Task Flags_what_the_index_does_not_hold(string method) => Reports(method);

    [Theory]
    [InlineData("[Index(\"by-author\"), Hydrate] IAsyncEnumerable<Book> By(string author);")]
    [InlineData("[Index(\"by-genre\")] IAsyncEnumerable<BookTitle> Of(string genre);")]
    [InlineData("ValueTask<BookTitle?> Get(int isbn);")]
    public Task Leaves_alone_what_it_holds(string method) => Reports(method);

    [Fact]
    public Task Flags_a_projection_that_is_no_part_of_its_entity() =>
        RuleTest<DeclarationAnalyzer>
            .Reports(DeclarationSource.Alone(Library + "[Projection<Book>] public sealed partial record Wrong(long {|DG1029:Isbn|});"));

    [Fact]
    public Task Fix_reads_whole_items_from_the_table() => RuleTest<DeclarationAnalyzer>.Fixes<HydrateCodeFix>(
        Source("[Index({|DG1008:\"by-author\"|})] Task<Page<Book>> By(string author, int limit, string? cursor); [Descending, Index({|DG1008:\"by-genre\"|})] IAsyncEnumerable<Book> Of(string genre);"),
        Source("[Index(\"by-author\"), Hydrate] Task<Page<Book>> By(string author, int limit, string? cursor); [Descending, Index(\"by-genre\"), Hydrate] IAsyncEnumerable<Book> Of(string genre);"));

    [Fact]
    public Task Less_than_whole_items_is_not_read_from_the_table() => RuleTest<DeclarationAnalyzer>.OffersNo<HydrateCodeFix>(
        Source("[Index({|DG1008:\"by-author\"|})] IAsyncEnumerable<BookTitle> By(string author);"));

    [Fact]
    public Task Fix_has_the_index_hold_what_is_read_from_it() => RuleTest<DeclarationAnalyzer>.Fixes<IncludeInIndexCodeFix>(
        Source("[Index({|DG1008:\"by-author\"|})] IAsyncEnumerable<BookTitle> By(string author); [Index({|DG1008:\"by-genre\"|}), Filter(\"Isbn > 7 AND Author <> Title\")] IAsyncEnumerable<BookTitle> Of(string genre);"),
        Source("[Index(\"by-author\")] IAsyncEnumerable<BookTitle> By(string author); [Index(\"by-genre\"), Filter(\"Isbn > 7 AND Author <> Title\")] IAsyncEnumerable<BookTitle> Of(string genre);")
            .Replace("IndexProjection.KeysOnly", "IndexProjection.Include, NonKeyAttributes = [\"Title\"]")
            .Replace("NonKeyAttributes = [\"Title\"])]\npublic", "NonKeyAttributes = [\"Title\", \"Isbn\", \"Author\"])]\npublic"));

    [Fact]
    public Task Fix_finds_the_index_in_another_file() => RuleTest<DeclarationAnalyzer>.FixesElsewhere<IncludeInIndexCodeFix>(
        DeclarationSource.Alone(
            "[Repository<Book>] public partial interface IBooks { [Index({|DG1008:\"by-author\"|})] IAsyncEnumerable<BookTitle> By(string author); }"),
        DeclarationSource.Alone("[Repository<Book>] public partial interface IBooks { [Index(\"by-author\")] IAsyncEnumerable<BookTitle> By(string author); }"),
        DeclarationSource.Alone(Library),
        DeclarationSource.Alone(
            Library.Replace("IndexProjection.KeysOnly", "IndexProjection.Include, NonKeyAttributes = [\"Title\"]", StringComparison.Ordinal)));

    [Fact]
    public Task Whole_items_are_not_put_into_an_index_one_attribute_after_the_other() => RuleTest<DeclarationAnalyzer>.OffersNo<IncludeInIndexCodeFix>(
        Source("[Index({|DG1008:\"by-genre\"|})] IAsyncEnumerable<Book> Of(string genre);"));

    [Theory]
    [InlineData("[Index(\"by-author\")] IAsyncEnumerable<Book> By(string author);")]
    [InlineData("[Index(\"by-genre\"), Filter(\"Isbn > 7\")] IAsyncEnumerable<BookTitle> Of(string genre);")]
    public async Task Says_that_an_index_that_exists_is_replaced(string method)
    {
        var problem = Assert.Single(await LockedSource.Problems(Library + $"[Repository<Book>] public partial interface IBooks {{ {method} }}"));
        Assert.Contains("DynamoDB changes no index that exists: replace it by one of another name", problem, StringComparison.Ordinal);
    }

    private static string Source(string patterns) => DeclarationSource.Alone(Library + $"[Repository<Book>] public partial interface IBooks {{ {patterns} }}");

    private static Task Reports(string method) => RuleTest<DeclarationAnalyzer>.Reports(Source(method));
}
