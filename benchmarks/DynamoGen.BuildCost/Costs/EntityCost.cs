using System.Globalization;
using DynamoGen.BuildCost.Generated;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.BuildCost.Costs;

/// <summary>What 1,000 entities with repositories pay for being generated and analysed, beyond the compilation of the same code.</summary>
internal static class EntityCost
{
    private const int Entities = 1_000;
    private const int RoundCount = 3;

    public static IReadOnlyList<string> Files() => [EntityFile.Table, .. Enumerable.Range(0, Entities).Select(EntityFile.Source)];

    public static async Task<IReadOnlyList<CostBar>> MeasureAsync()
    {
        var files = Files();
        var generated = Generate(files);
        var lines = generated.Sum(file => file.AsSpan().Count('\n'));
        using var compiler = new CompilerProcess(files, generated);
        var (without, with) = await Rounds.MedianOfAsync(
            RoundCount,
            () => compiler.RunAsync(withProduct: false),
            () => compiler.RunAsync(withProduct: true));
        return
        [
            new CostBar(
                string.Create(CultureInfo.InvariantCulture, $"generation and analysis of {Entities:N0} entities with repositories, added processor time"),
                with - without,
                2,
                "s",
                string.Create(CultureInfo.InvariantCulture, $"{without:0.00} s with the {lines:N0} generated lines written beforehand, {with:0.00} s with the product, medians of {RoundCount}")),
        ];
    }

    private static List<string> Generate(IEnumerable<string> files)
    {
        var compilation = Sources.Compile("Entities", files.Select(file => CSharpSyntaxTree.ParseText(file, Sources.ParseOptions)), [.. Sources.Framework, .. Sources.Package]);
        return [.. Product.CreateDriver().RunGenerators(compilation).GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
    }
}
