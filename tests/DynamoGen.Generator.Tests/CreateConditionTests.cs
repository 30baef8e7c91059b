using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>A create writes where there is no item: a condition that needs one can never hold.</summary>
public sealed class CreateConditionTests
{
    [Theory]
    [InlineData("attribute_exists(Note)")]
    [InlineData("Note = 'x'")]
    [InlineData("Votes < 3")]
    [InlineData("Votes BETWEEN 1 AND 3")]
    [InlineData("Note IN ('x', 'y')")]
    [InlineData("size(Note) > 1")]
    [InlineData("begins_with(Note, 'x')")]
    [InlineData("contains(Tags, 'x')")]
    [InlineData("attribute_type(Note, 'S')")]
    [InlineData("NOT attribute_not_exists(Note)")]
    [InlineData("NOT Note <> 'x'")]
    [InlineData("attribute_not_exists(Note) AND Votes = 1")]
    [InlineData("attribute_exists(Note) OR NOT (NOT Votes > 1)")]
    public void A_condition_that_can_never_hold_is_refused(string condition)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Source(condition))));

        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        Assert.Contains("can never hold", problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attribute_not_exists(Note)")]
    [InlineData("Note <> 'x'")]
    [InlineData("NOT Note = 'x'")]
    [InlineData("attribute_not_exists(Note) OR Votes = 1")]
    [InlineData("NOT (attribute_exists(Note) AND Votes = 1)")]
    public void A_condition_that_an_absent_item_meets_compiles(string condition) => Design.Compiles(Source(condition));

    private static string Source(string condition) => $$"""
        [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(string Id, string? Note, int Votes) { public HashSet<string> Tags { get; init; } = []; }
        [Repository<Thing>] public partial interface IThings { [Condition("{{condition}}")] ValueTask<bool> Create(Thing thing); }
        """;
}
