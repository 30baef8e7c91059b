using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>What an expression writes in brackets behind a dictionary, and literals with a sign or a quote.</summary>
public sealed class PathKeyTests
{
    [Theory]
    [InlineData("[Update(\"SET ByState['Open'] = {by}\")]", "\\\"O\\\"")]
    [InlineData("[Update(\"SET ByState['Closed'] = {by}\")]", "\\\"Closed\\\"")]
    [InlineData("[Update(\"SET ByNumber[7] = {by}\")]", "\\\"7\\\"")]
    [InlineData("[Update(\"SET ByNumber['-007'] = {by}\")]", "\\\"-7\\\"")]
    [InlineData("[Update(\"SET ByCode['x'] = {by}\")]", "\\\"x\\\"")]
    [InlineData("[Update(\"SET ByState['Open'] = {by}\"), Condition(\"ByNumber[3] > -1 AND ByState['Closed'] IN (-1, 0)\")]", "\\\"-1\\\"")]
    [InlineData("[Update(\"ADD Cnt -1 SET Text = {text}\"), Condition(\"Cnt <= {by}\")]", "\\\"-1\\\"")]
    [InlineData("[Update(\"SET Text = 'It''s', Cnt = {by}\")]", "It's")]
    public void A_key_is_named_by_what_is_stored(string attributes, string expected)
    {
        var run = Design.Compiles(Source(attributes));

        Assert.Contains(expected, run.Generated["Shop.IThings.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ByState['Gone']", "names 'Gone', which is no member of State")]
    [InlineData("ByState[1]", "name a member in single quotes")]
    [InlineData("ByNumber['x']", "a dictionary of int, of which that is none")]
    [InlineData("ByByte['-1']", "a dictionary of byte, of which that is none")]
    [InlineData("ByFlag['A']", "whose keys are the numbers of Flag")]
    [InlineData("ByDay['2026-01-01']", "whose stored form is made at run time; only keys that are text, members of an enum or integers can be named")]
    [InlineData("ByName[0]", "write ['0']")]
    public void What_cannot_be_named_says_why(string path, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Source($"[Update(\"SET {path} = {{by}}\")]"))));

        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    private static string Source(string attributes) => $$"""
        public enum State { [EnumName("O")] Open, Closed }
        [EnumAsNumber] public enum Flag { A, B }
        public readonly record struct Code(string Value);
        [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(string Id, int Cnt, string Text)
        {
            public Dictionary<State, int> ByState { get; init; } = [];
            public Dictionary<int, int> ByNumber { get; init; } = [];
            public Dictionary<byte, int> ByByte { get; init; } = [];
            public Dictionary<Flag, int> ByFlag { get; init; } = [];
            public Dictionary<DateOnly, int> ByDay { get; init; } = [];
            public Dictionary<string, int> ByName { get; init; } = [];
            public Dictionary<Code, int> ByCode { get; init; } = [];
        }
        [Repository<Thing>] public partial interface IThings { {{attributes}} ValueTask<bool> UpdateIt(string id, int by{{(attributes.Contains("{text}", StringComparison.Ordinal) ? ", string text" : "")}}); }
        """;
}
