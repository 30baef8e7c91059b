using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>The names of the attributes by which items are known for those of their entities are the table's to choose, and nothing else has them.</summary>
public sealed class MarkTests
{
    [Theory]
    [InlineData("TypeAttribute = \"\"", "1 to 255 bytes")]
    [InlineData("VersionAttribute = \"\"", "1 to 255 bytes")]
    [InlineData("TypeAttribute = \"e\", VersionAttribute = \"e\"", "are both 'e'")]
    [InlineData("TypeAttribute = \"_v\"", "are both '_v'")]
    [InlineData("TypeAttribute = \"_w\"", "'_w' is the mark")]
    [InlineData("VersionAttribute = \"_owner\"", "'_owner' is that of the markers")]
    [InlineData("TypeAttribute = \"pk\"", "'pk' is the mark")]
    [InlineData("VersionAttribute = \"sk\"", "'sk' is the mark")]
    [InlineData("TypeAttribute = \"e\", TimeToLive = \"e\"", "'e' is the mark")]
    public void Names_that_mean_something_else_are_refused(string setting, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of($"[Table(\"t\", {setting})] public sealed partial class T;")));

        Assert.Equal(DeclarationRule.TableOrIndex, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GlobalIndex(\"idx\", PartitionKey = \"e\")", "'e' is the mark")]
    [InlineData("GlobalIndex(\"idx\", PartitionKeys = [\"a\", \"e\"])", "'e' is the mark")]
    [InlineData("LocalIndex(\"idx\", SortKey = \"e\")", "'e' is the mark")]
    [InlineData("VectorIndex(\"vectors\", Attribute = \"e\", Dimensions = 8)", "'e' is the mark")]
    [InlineData("GlobalIndex(\"idx\", PartitionKey = \"p\", Projection = IndexProjection.Include, NonKeyAttributes = [\"e\"])", "not 'e' or '_v'")]
    public void An_index_has_no_mark_for_a_key(string index, string reason)
    {
        var problems = Design.Problems(GeneratorRun.Of($"[Table(\"t\", TypeAttribute = \"e\"), {index}] public sealed partial class T;"));

        Assert.Contains(problems, problem => problem.Rule == DeclarationRule.TableOrIndex && problem.Arguments[1].Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("e")]
    [InlineData("v")]
    [InlineData("_w")]
    public void No_property_is_stored_in_a_mark(string attribute)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Entity(attribute))));

        Assert.Equal(DeclarationRule.AttributeConflict, problem.Rule);
        Assert.Contains("the entity's own mark", problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_t")]
    [InlineData("_v")]
    public void The_usual_names_are_free_where_the_marks_have_others(string attribute) => Design.Compiles(GeneratorRun.Of(Entity(attribute)));

    [Fact]
    public void What_is_generated_names_the_marks_of_the_table()
    {
        var generated = Design.Compiles(GeneratorRun.Of(Entity("Other"))).Generated;

        Assert.Contains("TypeAttribute = \"e\",", generated["T.g.cs"], StringComparison.Ordinal);
        Assert.Contains("VersionAttribute = \"v\",", generated["T.g.cs"], StringComparison.Ordinal);
        Assert.All(generated.Values, file =>
        {
            Assert.DoesNotContain("\"_t\"", file, StringComparison.Ordinal);
            Assert.DoesNotContain("\"_v\"", file, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("Version = 2", "public int X { get; init; } [Upcast(1, nameof(X))] private static int Same(int x) => x;", "it has version 2, which its items do not say without marks")]
    [InlineData("", "[RegionalCounter] public DynamoGen.Regions.Values.RegionalCount Views { get; init; }", "values by region are repaired by the marks of their items")]
    public void What_needs_marks_is_refused_without_them(string version, string member, string reason)
    {
        var problems = Design.Problems(GeneratorRun.Of($$"""
            [Table("t", Marks = ItemMarks.None, Stream = StreamView.NewAndOldImages), Replica("us-east-1"), Replica("eu-west-1"), AnyRegion] public sealed partial class T;
            [Entity<T>({{version}})] [Key("A#{Id}", "A")] public sealed partial record A(string Id)
            {
                [UpdatedAt] public DateTimeOffset Updated { get; init; }
                [UpdatedRegion] public string? Region { get; init; }
                {{member}}
            }
            """));

        Assert.Contains(problems, problem => problem.Rule == DeclarationRule.TableOrIndex
            && problem.Arguments[1] == $"{reason}; let the items of 'T' carry them by ItemMarks.Optional");
    }

    [Fact]
    public void Nothing_that_is_generated_names_marks_that_no_item_carries()
    {
        var source = Entity("_t").Replace("VersionAttribute", "Marks = ItemMarks.None, VersionAttribute", StringComparison.Ordinal);
        var generated = Design.Compiles(GeneratorRun.Of(source)).Generated;

        Assert.All(generated.Where(file => file.Key != "T.g.cs"), file =>
        {
            Assert.DoesNotContain("\"e\"", file.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("\"v\"", file.Value, StringComparison.Ordinal);
        });
    }

    private static string Entity(string attribute) => $$"""
        [Table("t", TypeAttribute = "e", VersionAttribute = "v")] public sealed partial class T;
        [Entity<T>] [Key("A#{Id}", "A")] public sealed partial record A(string Id) { [AttributeName("{{attribute}}")] public string? Text { get; init; } }
        [Repository<A>] public partial interface IAs
        {
            ValueTask Put(A a);
            [AllowScan("all")] IAsyncEnumerable<A> All();
            [Update("SET Text = {text}")] ValueTask UpdateText(string id, string text);
        }
        """;
}
