using System.Globalization;
using DynamoGen.BuildCost.Generated;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.BuildCost.Costs;

/// <summary>
/// What 1,000 entities with repositories pay for being generated and analysed: the processor time of the generator, with what it makes the compiler
/// bind that is bound again afterwards, and what Roslyn's ReportAnalyzer counts for the analyzers. That is time and not processor time, so one thread
/// does everything: otherwise the compiler's own work beside them would be counted. The compiler's work on the generated code is not in it; the same
/// code written by hand would need that too.
/// </summary>
internal static class EntityCost
{
    private const int Entities = 1_000;
    private const int RoundCount = 3;
    private const int WarmUpEntities = 100;
    private const int WarmUpRounds = 10;

    public static IReadOnlyList<string> Files(int entities = Entities) => [EntityFile.Table, .. Enumerable.Range(0, entities).Select(EntityFile.Source)];

    public static async Task<IReadOnlyList<CostBar>> MeasureAsync()
    {
        var cold = await BuildAsync(Files());
        for (var round = 0; round < WarmUpRounds; round++)
        {
            // The compiler server has run the product before.
            await BuildAsync(Files(WarmUpEntities));
            Generate(Parse(Files()), out _);
        }

        var rounds = new List<Build>();
        for (var round = 0; round < RoundCount; round++)
        {
            rounds.Add(await BuildAsync(Files()));
            Console.Error.WriteLine($"  round {round}: {rounds[^1]}");
        }

        var (generation, analysis) = (Rounds.Median(rounds.Select(build => build.Generation)), Rounds.Median(rounds.Select(build => build.Analysis)));
        return
        [
            new CostBar(
                string.Create(CultureInfo.InvariantCulture, $"generation and analysis of {Entities:N0} entities with repositories, processor time"),
                generation + analysis,
                1.5,
                "s",
                string.Create(CultureInfo.InvariantCulture,
                    $"{generation:0.00} s for {cold.Lines:N0} generated lines, {analysis:0.00} s for all analyzers, medians of {RoundCount}; "
                        + $"the first time {cold.Generation + cold.Analysis:0.00} s")),
        ];
    }

    private static async Task<Build> BuildAsync(IReadOnlyList<string> files)
    {
        var compilation = Parse(files);
        GC.Collect();
        var generation = Generate(compilation, out var output);
        var analysis = await AnalyzeAsync(output.WithOptions(output.Options.WithConcurrentBuild(false)));
        return new Build(generation, analysis, output.SyntaxTrees.Skip(compilation.SyntaxTrees.Length).Sum(tree => tree.GetText().Lines.Count));
    }

    private static CSharpCompilation Parse(IReadOnlyList<string> files) => Sources.Compile(
        "Entities",
        files.Select((file, number) => CSharpSyntaxTree.ParseText(file, Sources.ParseOptions, $"File{number}.cs")),
        [.. Sources.Framework, .. Sources.Package]);

    /// <returns>The processor seconds.</returns>
    private static double Generate(Compilation compilation, out Compilation output)
    {
        var before = ProcessorClock.SecondsOfThisProcess();
        Product.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out output, out _);
        return ProcessorClock.SecondsOfThisProcess() - before;
    }

    private static async Task<double> AnalyzeAsync(Compilation compilation)
    {
        var binding = new BindingAnalyzer();
        var analyzers = Product.CreateAnalyzers().Insert(0, binding);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        var result = await compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.Where(entry => entry.Key != binding).Sum(entry => entry.Value.ExecutionTime.TotalSeconds);
    }

    private sealed record Build(double Generation, double Analysis, int Lines)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Generation:0.00} s generation, {Analysis:0.00} s analysis");
    }
}
