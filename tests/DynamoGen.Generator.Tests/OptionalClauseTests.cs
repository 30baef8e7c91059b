using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>Clauses whose parameter may be null, and lists behind IN: what is declared wrongly is refused, and where.</summary>
public sealed class OptionalClauseTests
{
    private const string Entity = """
        [Entity<ShopTable>] [Key("A#{Id}", "{Nr}")] public sealed partial record Thing(string Id, int Nr, string? Note, int Votes)
        {
            public HashSet<string> Tags { get; init; } = [];
            public List<int> Numbers { get; init; } = [];
        }

        """;

    [Theory]
    [InlineData("Votes IN ({a}, {b})", "int a, int? b", "has '{b}', which may be null, behind IN; take a list of all values")]
    [InlineData("Votes IN {list}", "IEnumerable<int> list", "cannot be counted before it is sent; take an IReadOnlyCollection")]
    [InlineData("Votes IN {list}", "List<string> list", "compares int with the values of '{list}', which are string")]
    [InlineData("Note IN {list}", "List<string?> list", "compares string with the values of '{list}'")]
    [InlineData("Votes IN {list}", "int list", "expected")]
    [InlineData("Votes = {votes}", "long? votes", "compares or sets int with '{votes}', which is long")]
    [InlineData("Votes IN 3", "int nr", "has '3' where '(' is expected")]
    public void What_cannot_be_sent_is_refused(string filter, string parameters, string reason)
    {
        var run = GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Source(filter, parameters));
        if (reason == "expected")
        {
            // One value behind IN is one value, with parentheses or without them.
            Assert.Empty(Design.Problems(run));
            return;
        }

        var problem = Assert.Single(Design.Problems(run));
        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Votes > {votes}", "int? votes")]
    [InlineData("NOT (Votes > {votes} AND Note = {note})", "int? votes, string? note")]
    [InlineData("NOT (Votes > {votes} OR (Note = {note} AND contains(Tags, {tag})))", "int? votes, string? note, string? tag")]
    [InlineData("size(Tags) > {count} OR begins_with(Note, {note})", "int? count, string? note")]
    [InlineData("Votes BETWEEN {from} AND {to}", "int? from, int? to")]
    [InlineData("Votes IN {list}", "int[] list")]
    [InlineData("Votes IN ({list})", "System.Collections.Immutable.ImmutableArray<int> list")]
    [InlineData("Note IN {list} AND Votes IN {votes}", "IReadOnlySet<string>? list, List<int> votes")]
    [InlineData("NOT Note IN {list}", "HashSet<string> list")]
    [InlineData("contains(Numbers, {number})", "int? number")]
    public void What_can_be_left_out_compiles(string filter, string parameters) => Design.Compiles(Source(filter, parameters));

    [Fact]
    public void An_update_needs_its_values()
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Entity
            + "[Repository<Thing>] public partial interface IThings { [Update(\"SET Votes = {votes}\")] ValueTask UpdateVotes(string id, int nr, int? votes); }")));

        Assert.Contains("takes '{votes}', which may be null; an update needs a value", problem.Arguments[1], StringComparison.Ordinal);
    }

    private static string Source(string filter, string parameters) =>
        Entity + $"[Repository<Thing>] public partial interface IThings {{ [Filter(\"{filter}\")] IAsyncEnumerable<Thing> Of(string id, {parameters}); }}";
}
