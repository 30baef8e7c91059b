using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>A parameter of a record whose property is ignored gets its own default value.</summary>
public sealed class IgnoredParameterTests
{
    [Theory]
    [InlineData("record Thing(string Id, [property: Ignore] int Cache = 5)", "new global::Shop.Thing(")]
    [InlineData("record Thing(string Id, [property: Ignore] int Cache = 5, string? Name = null)", "Name: ")]
    [InlineData("record Thing(string Id, [property: Ignore] string @event = \"x\", int @class = 1)", "@class: ")]
    [InlineData("record Thing([property: Ignore] int A = 1, [property: Ignore] int B = 2, string Id = \"\")", "Id: ")]
    public void It_is_left_out(string declaration, string expected)
    {
        var run = Design.Compiles($$"""[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial {{declaration}};""");

        Assert.Contains(expected, run.Generated["Shop.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void So_it_is_in_a_nested_type_and_in_a_base() => Design.Compiles("""
        public record Base(string Id, [property: Ignore] int Cache = 1);
        public sealed record Part(int X, [property: Ignore] int Y = 2, int Z = 3);
        [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(string Id, Part Part, int Cache = 4) : Base(Id, Cache);
        """);

    [Theory]
    [InlineData("record Thing(string Id, [property: Ignore] int Cache)", "Thing")]
    [InlineData("record Thing(string Id, Part Part); public sealed record Part(int X, [property: Ignore] int Cache)", "Part")]
    public void Without_a_default_it_is_refused_by_its_name(string declaration, string at)
    {
        var source = $$"""[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial {{declaration}};""";

        Design.IsRefused(DeclarationRule.Construction, at, source);
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Sources.Shop.Table, "namespace Shop;\n" + source)));
        Assert.Contains("takes 'Cache', whose property is marked with [Ignore]; give the parameter a default value", problem.Arguments[1], StringComparison.Ordinal);
    }
}
