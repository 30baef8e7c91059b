using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>Keys of dictionaries that a call gives, and properties of the entity that is written, in expressions.</summary>
public sealed class GivenKeyTests
{
    private const string Entity = """
        public enum Size { Small, Large }
        [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(string Id, int Rank, string? Note)
        {
            public Dictionary<string, int> Counts { get; init; } = [];
            public Dictionary<Size, decimal> Prices { get; init; } = [];
            public Dictionary<Guid, string> Names { get; init; } = [];
            public Dictionary<int, Box> Boxes { get; init; } = [];
            public List<string> Lines { get; init; } = [];
        }
        public sealed record Box(int Width);

        """;

    [Theory]
    [InlineData("[Update(\"SET Counts[{key}] = {count}\")] ValueTask UpdateIt(string id, string key, int count);")]
    [InlineData("[Update(\"SET Prices[{size}] = {price} REMOVE Names[{name}]\")] ValueTask UpdateIt(string id, Size size, decimal price, Guid name);")]
    [InlineData("[Update(\"ADD Counts[{key}] {by}\"), Condition(\"Counts[{key}] < {most}\")] ValueTask UpdateIt(string id, string key, int by, int most);")]
    [InlineData("[Filter(\"Boxes[{number}].Width > {width} AND attribute_exists(Names[{name}])\")] IAsyncEnumerable<Thing> Of(string id, int number, int? width, Guid name);")]
    [InlineData("[Update(\"SET Lines[{at}] = {line}\"), Condition(\"Lines[{at}] = {before}\")] ValueTask<bool> UpdateIt(string id, int at, string line, string? before);")]
    [InlineData("[Filter(\"Lines[{at}] = {line}\")] IAsyncEnumerable<Thing> Of(string id, int at, string? line = null);")]
    [InlineData("[Condition(\"Rank < {thing.Rank}\")] ValueTask<bool> Put(Thing thing);")]
    [InlineData("[Condition(\"attribute_not_exists(Rank) OR Rank < {thing.Rank}\")] ValueTask<WriteOutcome> Upsert(Thing thing);")]
    public void What_a_call_gives_is_named(string method) => Design.Compiles(Entity + Repository(method));

    [Theory]
    [InlineData("[Update(\"SET Counts[{key}] = 1\")] ValueTask UpdateIt(string id, int key);", "behind a dictionary of string, which is int")]
    [InlineData("[Update(\"SET Counts[{key}] = 1\")] ValueTask UpdateIt(string id, string? key);", "takes '{key}', which may be null")]
    [InlineData("[Update(\"SET Lines[{a}] = 'x', Lines[{b}] = 'y'\")] ValueTask UpdateIt(string id, int a, int b);", "updates 'Lines' twice")]
    [InlineData("[Update(\"SET Lines[{a}] = 'x' REMOVE Lines[0]\")] ValueTask UpdateIt(string id, int a);", "updates 'Lines' twice")]
    [InlineData("[Update(\"SET Counts[{a}] = 1, Counts[{b}] = 2\")] ValueTask UpdateIt(string id, string a, string b);", "updates 'Counts' twice")]
    [InlineData("[Update(\"SET Counts[{a}] = 1, Counts['b'] = 2\")] ValueTask UpdateIt(string id, string a);", "updates 'Counts' twice")]
    [InlineData("[Condition(\"Rank < {thing.Id}\")] ValueTask Put(Thing thing);", "which is string")]
    [InlineData("[Condition(\"Note = {thing.Note}\")] ValueTask Put(Thing thing);", "takes '{thing.Note}', which may be null")]
    [InlineData("[Condition(\"Rank < {other.Rank}\")] ValueTask Put(Thing thing);", "takes a property of 'other', which is no parameter that holds the Thing")]
    [InlineData("[Condition(\"Rank < {thing.Nothing}\")] ValueTask Put(Thing thing);", "names 'Nothing', which is no stored property")]
    public void What_cannot_be_named_is_refused(string method, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Entity + Repository(method))));
        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    private static string Repository(string method) => $"[Repository<Thing>] public partial interface IThings {{ {method} }}";
}
