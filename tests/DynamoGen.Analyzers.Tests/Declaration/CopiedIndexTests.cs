using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

/// <summary>The rule is off by default; an option turns it on.</summary>
public sealed class CopiedIndexTests
{
    private const string On = "dotnet_diagnostic.DG2010.severity = suggestion";

    private static string Entity(string keys, int properties) => DeclarationSource.WithTable($$"""
        [Entity<Shop>]
        [Key("THING#{Id}", "THING")]
        {{keys}}
        public sealed partial record Thing
        {
            public required string Id { get; init; }
            {{string.Concat(Enumerable.Range(0, properties).Select(i => $"public int P{i} {{ get; init; }} "))}}
        }
        """);

    [Theory]
    [InlineData("[Key({|DG2010:\"gsi1\"|}, \"{Id}\", \"{P1:D10}\")]", 11)]
    [InlineData("[Key(\"gsi1\", \"{Id}\", \"{P1:D10}\")]", 10)]
    [InlineData("", 20)]
    public Task Indexes_of_wide_entities_are_reported(string keys, int properties) =>
        RuleTest<CopiedIndexAnalyzer>.Reports(Entity(keys, properties), On);

    [Theory]
    [InlineData("Use({|DG2010:new Projection|} { ProjectionType = ProjectionType.ALL });")]
    [InlineData("Use({|DG2010:new Projection|} { ProjectionType = \"ALL\" });")]
    [InlineData("Use(new Projection { ProjectionType = ProjectionType.KEYS_ONLY });")]
    [InlineData("Use(new Projection { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = [\"a\"] });")]
    [InlineData("Use(new Projection());")]
    public Task Projections_of_requests_are_reported(string statement) =>
        RuleTest<CopiedIndexAnalyzer>.Reports(SdkSource.Of($$"""void M() { {{statement}} }"""), On);

    [Fact]
    public void It_is_off_by_default() => Assert.False(Assert.Single(Diagnosis.AllRules, rule => rule.Id == "DG2010").IsEnabledByDefault);
}
