using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

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
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.Alone(Library + "[Projection<Book>] public sealed partial record Wrong(long {|DG1029:Isbn|});"));

    private static Task Reports(string method) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.Alone(Library + $"[Repository<Book>] public partial interface IBooks {{ {method} }}"));
}
