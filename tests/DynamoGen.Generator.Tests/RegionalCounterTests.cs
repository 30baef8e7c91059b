using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Counters that all regions of a table add to.</summary>
public sealed class RegionalCounterTests
{
    private const string Table = """
        using DynamoGen.Regions.Values;
        using DynamoGen.Streams;
        using DynamoGen.Transactions;

        namespace Shop;

        [Table("pages", Stream = StreamView.NewAndOldImages)]
        [Replica("us-east-1")]
        [Replica("eu-west-1")]
        public sealed partial class PageTable;

        """;

    private const string Entity = """
        [Entity<PageTable>]
        [Key("PAGE#{Path}", "PAGE")]
        public sealed partial record Page(string Path)
        {
            public string? Title { get; init; }
            [RegionalCounter("sa-east-1")] public RegionalCount Views { get; init; }
            [RegionalCounter, AttributeName("l")] public RegionalCount Likes { get; init; }
            [UpdatedRegion] public string? UpdatedIn { get; init; }
        }

        """;

    private const string Patterns = """
        [Repository<Page>]
        public partial interface IPages
        {
            ValueTask<Page?> Get(string path);
            ValueTask Create(Page page);
            ValueTask Delete(string path);
            [Update("ADD Views {by}, Likes 1 SET Title = {title}")] ValueTask<Page> UpsertViews(string path, long by, string title);
            [Update("ADD Views {by}")] WriteAction UpdateViewsAction(string path, long by);
        }

        """;

    private const string Others = """
        [Projection<Page>] public sealed partial record PageViews(string Path, RegionalCount Views);
        [Patch<Page>] public sealed partial record PagePatch;
        [Fields<Page>] public sealed partial class PageFields;
        [StreamHandler<PageTable>] public sealed partial class Handler
        {
            private ValueTask Modified(Page before, Page after, PageChanges changes) => default;
        }
        """;

    [Theory]
    [InlineData("Shop.Page")]
    [InlineData("Shop.IPages")]
    public void Generated_code_is_as_committed(string name) =>
        Snapshot.Matches(GeneratorRun.Of(Table + Entity + Patterns).Generated[name + ".g.cs"], "RegionalCounters." + name);

    [Fact]
    public void Generated_code_compiles() => Design.Compiles(GeneratorRun.Of(Table + Entity + Patterns + Others));

    [Theory]
    [InlineData("[Upcast(1, nameof(Title))] private static string? TitleOf(int title) => $\"{title}\";")]
    [InlineData("[Upcast(1, nameof(Title), StoredAs = \"Name\")] private static string? TitleOf(string name) => name;")]
    [InlineData("[Upcast(1, nameof(Title))] private static string? TitleOf(string first, string last) => first + last;")]
    public void An_item_of_an_older_version_has_its_counters_too(string upcaster)
    {
        var run = GeneratorRun.Of(Table + Entity
            .Replace("[Entity<PageTable>]", "[Entity<PageTable>(Version = 2)]", StringComparison.Ordinal)
            .Replace("public string? Title { get; init; }", "public string? Title { get; init; } " + upcaster, StringComparison.Ordinal) + Patterns + Others);

        Design.Compiles(run);
        Assert.Contains("viewsValue.With(\"sa-east-1\"", run.Generated["Shop.Page.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_witness_counts_nothing()
    {
        var run = GeneratorRun.Of(Table
            .Replace("Stream =", "Consistency = TableConsistency.Strong, Stream =", StringComparison.Ordinal)
            .Replace("eu-west-1", "us-east-2", StringComparison.Ordinal)
            .Replace("public sealed", "[Replica(\"us-west-2\", IsWitness = true)] public sealed", StringComparison.Ordinal) + Entity);

        Assert.Empty(Design.Problems(run));
        Assert.Contains("Views@us-east-2", run.Generated["Shop.Page.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("us-west-2", run.Generated["Shop.Page.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_and_the_fields_of_filters_leave_it_out()
    {
        var run = GeneratorRun.Of(Table + Entity + Patterns + Others);

        Assert.Contains("Title", run.Generated["Shop.PagePatch.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Views", run.Generated["Shop.PagePatch.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Title", run.Generated["Shop.PageFields.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Views", run.Generated["Shop.PageFields.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[RegionalCounter] public long Views { get; init; }", "must be a RegionalCount")]
    [InlineData("public RegionalCount Views { get; init; }", "must be marked with it")]
    [InlineData("[RegionalCounter(\"eu-west-1\")] public RegionalCount Views { get; init; }", "'eu-west-1' is no former region")]
    [InlineData("[RegionalCounter(\"a\", \"a\")] public RegionalCount Views { get; init; }", "names a former region twice")]
    public void A_property_that_is_no_counter_is_refused(string property, string reason) =>
        IsRefused(DeclarationRule.StorageForm, reason, Table + Entity.Replace(
            "[RegionalCounter(\"sa-east-1\")] public RegionalCount Views { get; init; }", property, StringComparison.Ordinal));

    [Theory]
    [InlineData("public RegionalCount? Views { get; init; }")]
    [InlineData("public List<RegionalCount> Views { get; init; } = [];")]
    public void A_count_inside_of_something_else_is_refused(string property) =>
        IsRefused(DeclarationRule.UnmappableType, "marked with [RegionalCounter]", Table + Entity.Replace(
            "[RegionalCounter(\"sa-east-1\")] public RegionalCount Views { get; init; }", property, StringComparison.Ordinal));

    [Theory]
    [InlineData("[Replica(\"us-east-1\")]\n[Replica(\"eu-west-1\")]", "", "is in one region alone")]
    [InlineData(", Stream = StreamView.NewAndOldImages", "", "seen in both images alone")]
    public void A_table_in_which_nothing_can_be_repaired_is_refused(string declared, string instead, string reason)
    {
        var problems = Design.Problems(GeneratorRun.Of(
            Table.ReplaceLineEndings("\n").Replace(declared, instead, StringComparison.Ordinal) + Entity)).ToArray();

        Assert.Equal(2, problems.Length);
        Assert.All(problems, problem => Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal));
    }

    [Fact]
    public void An_entity_whose_writes_do_not_say_their_region_is_refused() => IsRefused(
        DeclarationRule.StorageForm, "give the entity an [UpdatedRegion]",
        Table + Entity.Replace("[UpdatedRegion] ", string.Empty, StringComparison.Ordinal));

    [Theory]
    [InlineData("ValueTask Put(Page page);", "writes the whole item")]
    [InlineData("ValueTask Replace(Page page);", "writes the whole item")]
    [InlineData("[Update(\"SET Views = {views}\")] ValueTask Update(string path, RegionalCount views);", "only ADD takes it")]
    [InlineData("[Update(\"SET Title = Views\")] ValueTask Update(string path);", "only ADD takes it")]
    [InlineData("[Update(\"REMOVE Views\")] ValueTask Update(string path);", "only ADD takes it")]
    [InlineData("[Update(\"DELETE Views {by}\")] ValueTask Update(string path, long by);", "only ADD takes it")]
    [InlineData("[Update(\"ADD Views -1\")] ValueTask Update(string path);", "not negative")]
    [InlineData("[Update(\"ADD Views 1.5\")] ValueTask Update(string path);", "not negative")]
    [InlineData("[Update(\"ADD Views {by}, Views {by}\")] ValueTask Update(string path, long by);", "updates 'Views' twice")]
    [InlineData("[Update(\"ADD Views {by}\")] ValueTask Update(string path, int by);", "which is int")]
    [InlineData("[Condition(\"Views > 3\")] ValueTask Delete(string path);", "only ADD takes it")]
    public void What_does_not_add_to_it_is_refused(string pattern, string reason)
    {
        var run = GeneratorRun.Of(Table + Entity + $"[Repository<Page>] public partial interface IPages {{ {pattern} }}");

        Assert.Contains(reason, string.Join(' ', Assert.Single(Design.Problems(run)).Arguments), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ValueTask PutMany(IEnumerable<Page> pages);")]
    [InlineData("DynamoGen.Batches.BatchWrite PutEntry(Page page);")]
    public void A_batch_of_puts_is_refused(string method)
    {
        var run = GeneratorRun.Of(Table + Entity + $"[Repository<Page>] public partial interface IPages {{ {method} }}");

        Assert.Contains("overwrite what has been added", string.Join(' ', Assert.Single(Design.Problems(run)).Arguments), StringComparison.Ordinal);
    }

    private static void IsRefused(DeclarationRule rule, string reason, string source)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(source)));
        Assert.Equal(rule, problem.Rule);
        Assert.Contains(reason, string.Join(' ', problem.Arguments), StringComparison.Ordinal);
    }
}
