using DynamoGen.BuildCost.Costs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.BuildCost.Sweeping;

/// <summary>What the generator and the analyzers say of one compilation, and how long each analyzer took.</summary>
internal sealed record Sweep(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<string, TimeSpan> Times)
{
    /// <summary>Without that word in any file the analyzers would leave the compilation alone, and could not throw.</summary>
    private const string Mention = "// Dynamo";

    public static async Task<Sweep> OfAsync(string name, IReadOnlyList<SyntaxTree> trees, SweepOptions settings)
    {
        var compilation = Sources.Compile(
            name, [.. trees, CSharpSyntaxTree.ParseText(Mention, Sources.ParseOptions)], [.. Sources.Framework, .. Sources.Package, .. settings.References]);
        Product.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var generatorDiagnostics);

        var analyzers = Product.CreateAnalyzers();
        if (settings.IsBound)
        {
            output = output.WithOptions(output.Options.WithConcurrentBuild(false));
            analyzers = analyzers.Insert(0, new BindingAnalyzer());
        }

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: !settings.IsBound,
            logAnalyzerExecutionTime: true,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        var result = await output.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
        return new Sweep(
            [.. generatorDiagnostics, .. result.GetAllDiagnostics()],
            analyzers.ToDictionary(analyzer => analyzer.GetType().Name,
                analyzer => result.AnalyzerTelemetryInfo.TryGetValue(analyzer, out var telemetry) ? telemetry.ExecutionTime : TimeSpan.Zero));
    }
}
