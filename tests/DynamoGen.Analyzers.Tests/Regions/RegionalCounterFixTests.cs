using DynamoGen.Analyzers.Regions;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Regions;

namespace DynamoGen.Analyzers.Tests.Regions;

/// <summary>DG8009: a number becomes a counter of regions, with all that it needs.</summary>
public sealed class RegionalCounterFixTests
{
    private const string Images = "[Table(\"shop\", Stream = StreamView.NewAndOldImages), Replica(\"eu-west-1\"), Replica(\"us-east-1\")]";

    [Fact]
    public Task All_that_a_counter_needs_is_declared() => Fixes(
        RegionSource.Anywhere,
        """
        [Entity<Shop>, Key("{Id}", "PAGE")]
        sealed partial record Page(string Id)
        {
            public int Views { get; init; } = 0;
        }
        [Repository<Page>] partial interface IPages
        {
            [Update("ADD Views {by}")] ValueTask {|DG8009:UpdateViews|}(string id, int by);
            [Update("ADD Views 1")] ValueTask {|DG8009:UpsertView|}(string id);
            ValueTask<Page?> Get(string id);
        }
        """,
        Images,
        """
        [Entity<Shop>, Key("{Id}", "PAGE")]
        sealed partial record Page(string Id)
        {
            [RegionalCounter]
            public DynamoGen.Regions.Values.RegionalCount Views { get; init; }

            [UpdatedRegion]
            public string? UpdatedRegion { get; init; }
        }
        [Repository<Page>] partial interface IPages
        {
            [Update("ADD Views {by}")] ValueTask UpdateViews(string id, long by);
            [Update("ADD Views 1")] ValueTask UpsertView(string id);
            ValueTask<Page?> Get(string id);
        }
        """);

    [Fact]
    public Task Only_what_is_missing_is_declared() => Fixes(
        Images,
        """
        [Entity<Shop>, Key("{Id}", "PAGE")]
        sealed partial record Page(string Id, [property: UpdatedRegion] string? In, long Views);
        [Repository<Page>] partial interface IPages { [Update("ADD Views {by}")] ValueTask {|DG8009:UpdateViews|}(string id, long by); }
        """,
        Images,
        """
        [Entity<Shop>, Key("{Id}", "PAGE")]
        sealed partial record Page(string Id, [property: UpdatedRegion] string? In, [property: RegionalCounter] DynamoGen.Regions.Values.RegionalCount Views);
        [Repository<Page>] partial interface IPages { [Update("ADD Views {by}")] ValueTask UpdateViews(string id, long by); }
        """);

    [Theory]
    [InlineData("long", "[Update(\"SET Views = Views + {by}\")] ValueTask {|DG8009:Update|}(string id, long by);")]
    [InlineData("decimal", "[Update(\"ADD Views {by}\")] ValueTask {|DG8009:Update|}(string id, decimal by);")]
    [InlineData("long", "[Update(\"ADD Views -1\")] ValueTask {|DG8009:Update|}(string id);")]
    [InlineData("long", "[Update(\"ADD Views 1\")] ValueTask {|DG8009:Update|}(string id); ValueTask Put(Page page);")]
    [InlineData("long", "[Update(\"ADD Views 1\")] ValueTask {|DG8009:Update|}(string id); [Condition(\"Views > 3\")] ValueTask Delete(string id);")]
    [InlineData("long", "[Update(\"ADD Views 1\")] ValueTask {|DG8009:Update|}(string id); [Update(\"SET Views = 0\")] ValueTask UpdateAll(string id);")]
    public Task What_a_counter_does_not_allow_is_left_as_it_is(string type, string patterns)
    {
        var source = RegionSource.Of(Images, $$"""
            [Entity<Shop>, Key("{Id}", "PAGE")]
            sealed partial record Page(string Id, [property: UpdatedRegion] string? In, {{type}} Views);
            [Repository<Page>] partial interface IPages { {{patterns}} }
            """);
        return RuleTest<RegionPatternAnalyzer>.OffersNo<RegionalCounterCodeFix>(source, isLocal: false);
    }

    private static Task Fixes(string table, string declarations, string fixedTable, string fixedDeclarations) =>
        RuleTest<RegionPatternAnalyzer>.Fixes<RegionalCounterCodeFix>(
            RegionSource.Of(table, declarations),
            RegionSource.Of(fixedTable, fixedDeclarations),
            isLocal: false);
}
