using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class InexactNumberTests
{
    [Theory]
    [InlineData("[DynamoDBHashKey] public double {|DG1011:Price|} { get; set; }")]
    [InlineData("[DynamoDBRangeKey] public float {|DG1011:Price|} { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"by-price\")] public double? {|DG1011:Price|} { get; set; }")]
    [InlineData("[DynamoDBRangeKey] public decimal Price { get; set; }")]
    [InlineData("[DynamoDBRangeKey] public long Price { get; set; }")]
    [InlineData("public double Price { get; set; }")]
    public Task Keys_of_mapped_classes_are_exact(string member) =>
        RuleTest<InexactNumberAnalyzer>.Reports(SdkSource.Of($$"""class Mapped { {{member}} }"""));

    [Theory]
    [InlineData("[Update({|DG1011:\"ADD Weight {more}\"|})]", "double")]
    [InlineData("[Update({|DG1011:\"SET Weight = Weight + {more}\"|})]", "double")]
    [InlineData("[Update({|DG1011:\"ADD Weight {more}\"|})]", "float")]
    [InlineData("[Update(\"SET Weight = {more}\")]", "double")]
    [InlineData("[Update(\"ADD Weight {more}\")]", "decimal")]
    [InlineData("[Update(\"ADD Weight {more}\")]", "int")]
    public Task Counters_of_entities_are_exact(string update, string number) => RuleTest<InexactNumberAnalyzer>.Reports(
        DeclarationSource.WithMembers($"public {number} Weight {{ get; init; }}") + $$"""

        [Repository<Thing>]
        public partial interface IThings
        {
            {{update}}
            Task Add(string id, {{number}} more);
        }
        """);

    [Fact]
    public Task Test_projects_are_left_alone() => RuleTest<InexactNumberAnalyzer>.ReportsInTestProject(
        SdkSource.Of("class Mapped { [DynamoDBHashKey] public double Price { get; set; } }"));
}
