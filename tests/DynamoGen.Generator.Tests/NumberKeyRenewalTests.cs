using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>What an update may add to that is part of an index key.</summary>
public sealed class NumberKeyRenewalTests
{
    private const string Table = """
        namespace Shop;

        [Table("games")]
        [GlobalIndex("by-points", PartitionKey = "gsi1pk", SortKey = "gsi1sk", SortKeyType = KeyAttributeType.Number)]
        [GlobalIndex("by-text", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
        [GlobalIndex("by-level", PartitionKey = "gsi3pk", PartitionKeyType = KeyAttributeType.Number, SortKey = "gsi3sk")]
        public sealed partial class Games;

        public readonly record struct Points(long Value);


        """;

    [Theory]
    [InlineData("long Points", "[Update(\"ADD Points {by}\")] ValueTask UpdateIt(string player, long by);")]
    [InlineData("long Points", "[Update(\"SET Points = Points - {by}\")] ValueTask<Score> UpdateIt(string player, long by);")]
    [InlineData("long Points", "[Update(\"ADD Points {by}\")] ValueTask<Score> UpsertIt(string player, string game, long by);")]
    [InlineData("long Points", "[Update(\"ADD Points {by}\")] DynamoGen.Transactions.WriteAction UpdateIt(string player, long by);")]
    [InlineData("Points Points", "[Update(\"ADD Points {by}\")] ValueTask UpdateIt(string player, Points by);")]
    [InlineData("decimal? Points", "[Update(\"ADD Points {by}\")] ValueTask UpdateIt(string player, string game, decimal by);")]
    public void A_key_that_is_the_number_follows(string property, string method) => Design.Compiles(
        GeneratorRun.Of(Source(property, "[Key(\"by-points\", \"GAME#{Game}\", \"{Points}\")]", method)));

    [Fact]
    public void What_is_done_to_the_number_is_done_to_the_key()
    {
        var run = Design.Compiles(GeneratorRun.Of(Source("long Points", "[Key(\"by-points\", \"GAME#{Game}\", \"{Points}\")]",
            "[Update(\"ADD Points {by}\")] ValueTask UpdateIt(string player, long by);")));

        var generated = run.Generated["Shop.IScores.g.cs"];
        Assert.Matches(@"ADD #0 :\d, #1 :\d", generated);
        Assert.Contains("\\\"#0\\\":\\\"Points\\\",\\\"#1\\\":\\\"gsi1sk\\\"", generated, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Key(\"by-text\", \"GAME#{Game}\", \"{Points:D10}#{Player}\")]", "SortKeyType")]
    [InlineData("[Key(\"by-text\", \"GAME#{Points}\", \"{Player}\")]", "PartitionKeyType")]
    [InlineData("[Key(\"by-points\", \"GAME#{Game}\", \"{Points}\")] [Key(\"by-text\", \"GAME#{Game}\", \"{Points}\")]", "SortKeyType")]
    public void A_key_of_text_cannot_follow_and_says_what_can(string keys, string type)
    {
        const string Add = "[Update(\"ADD Points {by}\")] ValueTask UpdateIt(string player, string game, long by);";

        var message = Refused("long Points", keys, Add);

        Assert.EndsWith("updates 'Points', which is part of the key of index 'by-text', without saying its new value; set it from a parameter, under a "
            + "[Condition] on the one that was read (SET Points = {new}, Points = {read}), or let an attribute of the index be of type Number and \"{Points}\" "
            + $"alone ({type} = KeyAttributeType.Number), which follows by itself", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_number_is_set_from_a_parameter()
    {
        var message = Refused("string Points", "[Key(\"by-text\", \"GAME#{Game}\", \"{Points}\")]",
            "[Update(\"SET Points = if_not_exists(Points, {text})\")] ValueTask UpdateIt(string player, string game, string text);");

        Assert.EndsWith("without saying its new value; set it from a parameter", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_advice_for_keys_of_text_compiles() => Design.Compiles(GeneratorRun.Of(Source(
        "long Points", "[Key(\"by-text\", \"GAME#{Game}\", \"{Points}#{Player}\")]",
        "[Update(\"SET Points = {points}\"), Condition(\"Points = {read}\")] ValueTask<bool> UpdateIt(string player, long points, long read);")));

    [Fact]
    public void A_partition_key_that_is_the_number_follows_too() => Design.Compiles(GeneratorRun.Of(Source(
        "long Points", "[Key(\"by-level\", \"{Points}\", \"{Player}\")]", "[Update(\"ADD Points 1\")] ValueTask UpsertIt(string player, string game);")));

    private static string Refused(string property, string keys, string method)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Source(property, keys, method))));
        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        return problem.Arguments[1];
    }

    private static string Source(string property, string keys, string method) => Table
        + $"[Entity<Games>] [Key(\"PLAYER#{{Player}}\", \"SCORE\")] {keys} "
        + $"public sealed partial record Score(string Player, string Game, {property});"
        + $"[Repository<Score>] public partial interface IScores {{ {method} }}";
}
