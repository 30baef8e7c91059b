using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>Names that differ in case alone: the exact one counts, and a doubt is an error.</summary>
public sealed class CaseTests
{
    private const string Entity = """
        [Entity<ShopTable>] [Key("A#{X}", "B#{x}")] [Key("gsi1", "{Name}", "{X}#{y}")]
        public sealed partial record Thing(double Id, int x, int X) { public string? Name { get; init; } public string? name { get; init; } public int y { get; init; } public int Y { get; init; } public int Plain { get; init; } }

        """;

    [Fact]
    public void Each_parameter_of_a_constructor_gets_the_property_of_its_exact_name()
    {
        var run = Design.Compiles("""
            public sealed record Vec(double x, double X, string? Note = null);
            public sealed class Body { public Body(int x, int X) => (this.x, this.X) = (x, X); public int X { get; } public int x { get; } }
            [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(int Id, int id, Vec Vec, Body Body);
            """);

        Assert.Contains("(idValue, id2Value, ", run.Generated["Shop.Thing.g.cs"], StringComparison.Ordinal);
        Assert.Contains("(xValue, x2Value, ", run.Generated["Shop.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_ignored_property_of_the_exact_name_is_the_parameters_own() => Assert.Contains("(idValue, X: xValue", Design.Compiles("""
        [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(int Id, [property: Ignore] int x = 3, int X = 4);
        """).Generated["Shop.Thing.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("public Thing(int id, int xY) { Id = id; } public int XY { get; } public int Xy { get; }")]
    [InlineData("public Thing(int id, int x, int X) { Id = id; this.X = x + X; } public int X { get; }")]
    [InlineData("public Thing(int id, int xy, int xY) { Id = id; XY = xy + xY; } public int XY { get; }")]
    [InlineData("public Thing(int id, int x) { Id = id; this.X = x; } public int X { get; } public string x { get; } = \"\";")]
    public void A_doubt_about_a_parameter_of_a_constructor_is_refused(string members)
    {
        var run = GeneratorRun.Of(Shop.Table,
            $"namespace Shop; [Entity<ShopTable>] [Key(\"A#{{Id}}\", \"B\")] public sealed partial class Thing {{ public int Id {{ get; }} {members} }}");

        Design.IsRefused(DeclarationRule.Construction, "Thing", run);
        Assert.Contains("case alone", Assert.Single(Design.Problems(run)).Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ValueTask<Thing?> Get(int x, int X);", "@X", "@x")]
    [InlineData("ValueTask<Thing?> Get(int X, int x);", "@X", "@x")]
    public void Each_parameter_of_an_access_pattern_gives_the_property_of_its_exact_name(string method, string first, string second)
    {
        var text = Design.Compiles(Entity + $"[Repository<Thing>] public partial interface IThings {{ {method} }}").Generated["Shop.IThings.g.cs"];

        Assert.Contains($"({first.TrimStart('@')}, {second.TrimStart('@')})", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ValueTask<Thing?> Get(int x);")]
    [InlineData("IAsyncEnumerable<Thing> Query(int x);")]
    [InlineData("IAsyncEnumerable<Thing> Query(int X, int fromX);")]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<Thing> Find(string name, int X);")]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<Thing> Find(string NAME);")]
    [InlineData("[Index(\"gsi1\"), Filter(\"name = {name}\")] IAsyncEnumerable<Thing> Find(string name);")]
    public void A_parameter_that_is_like_two_properties_gives_neither(string method)
    {
        var run = GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Entity + $"[Repository<Thing>] public partial interface IThings {{ {method} }}");

        Assert.Equal(DeclarationRule.UnservedPattern, Assert.Single(Design.Problems(run)).Rule);
    }

    [Theory]
    [InlineData("ValueTask<One?> Get(string iD, string Id2, string ID);")]
    [InlineData("ValueTask<One?> Get(string iD, string ID);")]
    public void Two_parameters_that_are_like_one_property_give_nothing(string method)
    {
        var run = GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + """[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record One(string Id);""" +
            $" [Repository<One>] public partial interface IOnes {{ {method} }}");

        Assert.Equal(DeclarationRule.UnservedPattern, Assert.Single(Design.Problems(run)).Rule);
    }

    [Theory]
    [InlineData("[Update(\"SET y = {y}\")] ValueTask Update(int X, int x, int y);", false)]
    [InlineData("[Update(\"SET y = {y}\")] ValueTask Update(int X, int x, int y, string Name);", true)]
    [InlineData("[Update(\"SET y = {y}\")] ValueTask Update(int X, int x, int y, string name);", false)]
    public void An_index_key_is_renewed_from_the_parameter_of_the_exact_name(string method, bool isSound)
    {
        var run = GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Entity.Replace("{Name}", "{Name}#{y}", StringComparison.Ordinal)
            + $"[Repository<Thing>] public partial interface IThings {{ {method} }}");

        Assert.Equal(isSound ? [] : [DeclarationRule.Expression], Design.Problems(run).Select(problem => problem.Rule));
    }
}
