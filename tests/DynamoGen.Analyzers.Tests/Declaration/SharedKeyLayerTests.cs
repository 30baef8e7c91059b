using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Declaration;

/// <summary>DG1006 where the entities of one table stand in several projects: the first project that sees two of them together is told.</summary>
public sealed class SharedKeyLayerTests
{
    private const string Table = """namespace Model; [Table("shop")] public sealed partial class Shop;""";
    private const string Order = """namespace Sales; [Entity<Model.Shop>] [Key("ITEM#{Id}", "{Kind}")] public sealed partial record Order(string Id, string Kind);""";
    private const string Part = """namespace Supply; [Entity<Model.Shop>] [Key("ITEM#{Id}", "PART")] public sealed partial record Part(string Id);""";
    private const string Other = """namespace Supply; [Entity<Model.Shop>] [Key("PART#{Id}", "PART")] public sealed partial record Part(string Id);""";

    private readonly MetadataReference _model = DeclarationLibrary.Of("Model", Table);

    [Fact]
    public async Task An_entity_is_compared_with_those_of_the_projects_that_it_references()
    {
        var sales = DeclarationLibrary.Of("Sales", Order, _model);

        var report = Assert.Single(await Found(Part, _model, sales));

        Assert.StartsWith("'Part' and 'Order' of table 'Shop' can have the same primary key", report.GetMessage(), StringComparison.Ordinal);
        Assert.True(report.Location.IsInSource);
        Assert.Empty(await Found(Other, _model, sales));
    }

    [Fact]
    public async Task Two_projects_that_do_not_see_each_other_are_compared_in_the_one_that_sees_both()
    {
        var sales = DeclarationLibrary.Of("Sales", Order, _model);
        var supply = DeclarationLibrary.Of("Supply", Part, _model);

        var report = Assert.Single(await Found("public static class App;", _model, sales, supply));

        Assert.Contains("'Part' and 'Order'", report.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(Location.None, report.Location);
        Assert.Empty(await Found("public static class App;", _model, sales, DeclarationLibrary.Of("Supply", Other, _model)));
    }

    [Fact]
    public async Task What_another_project_was_told_is_not_told_again()
    {
        var sales = DeclarationLibrary.Of("Sales", Order, _model);
        var supply = DeclarationLibrary.Of("Supply", Part + " public static class Seen { public static Sales.Order? Order; }", _model, sales);

        Assert.Empty(await Found("public static class App;", _model, sales, supply));
    }

    private static async Task<Diagnostic[]> Found(string source, params IEnumerable<MetadataReference> referenced)
    {
        var all = await Diagnosis.Of(DeclarationSource.Alone(source), referenced);
        return [.. all.Where(diagnostic => diagnostic.Id == new SharedKeyAnalyzer().SupportedDiagnostics[0].Id)];
    }
}
