using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Keys of indexes in tables that have no sort key.</summary>
public sealed class IndexKeyTests
{
    [Theory]
    [InlineData("SortKey = null", "[Key(\"by-name\", \"NAME#{Name}\", null)]")]
    [InlineData("SortKey = \"place\"", "[Key(\"by-name\", \"NAME#{Name}\", \"...\")]")]
    public void Two_texts_of_which_the_first_is_an_index_are_told_to_be_three(string sortKey, string advice)
    {
        var problems = Design.Problems(Run(sortKey, "[Key(\"by-name\", \"NAME#{Name}\")]"));
        var problem = Assert.Single(problems, problem => problem.Rule == DeclarationRule.TableOrIndex);

        Assert.EndsWith(advice, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_advised_compiles() => Design.Compiles(Run("SortKey = null", "[Key(\"by-name\", \"NAME#{Name}\", null)]"));

    private static GeneratorRun Run(string sortKey, string key) => GeneratorRun.Of($$"""
        namespace Shop;
        [Table("shop", SortKey = null)]
        [GlobalIndex("by-name", PartitionKey = "name", {{sortKey}})]
        public sealed partial class Things;
        [Entity<Things>, Key("THING#{Id}")]
        {{key}}
        public sealed partial record Thing(string Id, string Name);
        """);
}
