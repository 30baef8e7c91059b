using System.Globalization;
using DynamoGen.BuildCost.Generated;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.BuildCost.Costs;

/// <summary>
/// What 1,000 entities with repositories pay for being generated and analysed: the processor time of the generator, and what Roslyn's ReportAnalyzer counts for the analyzers.
/// The compiler's own work on the declarations and on the generated code is not in it; the same code written by hand would need that too.
/// </summary>
internal static class EntityCost
{
    private const int Entities = 1_000;
    private const int RoundCount = 3;

    public static IReadOnlyList<string> Files() => [EntityFile.Table, .. Enumerable.Range(0, Entities).Select(EntityFile.Source)];

    public static async Task<IReadOnlyList<CostBar>> MeasureAsync()
    {
        var files = Files();
        List<double> generations = [], analyses = [];
        var lines = 0;
        for (var round = 0; round <= RoundCount; round++)
        {
            var trees = files.Select((file, number) => CSharpSyntaxTree.ParseText(file, Sources.ParseOptions, $"File{number}.cs"));
            var compilation = Sources.Compile("Entities", trees, [.. Sources.Framework, .. Sources.Package]);
            compilation.GetDeclarationDiagnostics();
            var before = ProcessorClock.SecondsOfThisProcess();
            Product.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
            generations.Add(ProcessorClock.SecondsOfThisProcess() - before);
            output.GetDeclarationDiagnostics();
            analyses.Add(await AnalyzeAsync(output));
            lines = output.SyntaxTrees.Skip(compilation.SyntaxTrees.Length).Sum(tree => tree.GetText().Lines.Count);
            Console.Error.WriteLine(FormattableString.Invariant($"  round {round}: {generations[^1]:0.00} s generation, {analyses[^1]:0.00} s analysis"));
        }

        // The first round compiles the product itself, which the compiler server does once.
        var (generation, analysis) = (Rounds.Median(generations.Skip(1)), Rounds.Median(analyses.Skip(1)));
        return
        [
            new CostBar(
                string.Create(CultureInfo.InvariantCulture, $"generation and analysis of {Entities:N0} entities with repositories, processor time"),
                generation + analysis,
                2,
                "s",
                string.Create(CultureInfo.InvariantCulture, $"{generation:0.00} s for {lines:N0} generated lines, {analysis:0.00} s for all analyzers, medians of {RoundCount}; cold {generations[0] + analyses[0]:0.00} s")),
        ];
    }

    private static async Task<double> AnalyzeAsync(Compilation compilation)
    {
        var analyzers = Product.CreateAnalyzers();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: true,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        var result = await compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.Values.Sum(telemetry => telemetry.ExecutionTime.TotalSeconds);
    }
}
