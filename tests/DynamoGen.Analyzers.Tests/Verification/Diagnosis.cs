using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>Runs the generator and all analyzers over sources that may not even compile, and demands that none of them throws.</summary>
internal static class Diagnosis
{
    private static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>Every analyzer of the product.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> AllAnalyzers { get; } =
        [.. typeof(DynamoAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>The rules of these analyzers, by their identifiers.</summary>
    public static ImmutableArray<DiagnosticDescriptor> AllRules { get; } =
        [.. AllAnalyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .DistinctBy(rule => (rule.Id, rule.Title, rule.Category, rule.DefaultSeverity, rule.IsEnabledByDefault, rule.HelpLinkUri))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>What one analyzer says of a source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Of<TAnalyzer>(string source)
        where TAnalyzer : DynamoAnalyzer, new()
    {
        var ids = new TAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).ToHashSet();
        return [.. (await Of(source)).Where(diagnostic => ids.Contains(diagnostic.Id))];
    }

    public static Task<ImmutableArray<Diagnostic>> Of(string source, params IEnumerable<MetadataReference> additionalReferences) =>
        Of([source], [.. References.All, .. additionalReferences]);

    public static Task<ImmutableArray<Diagnostic>> Of(IEnumerable<string> sources, IEnumerable<MetadataReference> references) =>
        Of(Survival.WithGenerated(Compilation(sources, references), ParseOptions), AllAnalyzers);

    /// <summary>What some analyzers say of declarations alone, which takes a fraction of the time.</summary>
    public static Task<ImmutableArray<Diagnostic>> OfDeclarations(string source, params ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        Of(Compilation([source], References.All), analyzers);

    private static CSharpCompilation Compilation(IEnumerable<string> sources, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Diagnosed",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, path: $"Source{i}.cs")),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static async Task<ImmutableArray<Diagnostic>> Of(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        var diagnostics = await new CompilationWithAnalyzers(compilation, analyzers, options).GetAnalyzerDiagnosticsAsync();
        Survival.DemandNoException(diagnostics);
        return diagnostics;
    }
}
