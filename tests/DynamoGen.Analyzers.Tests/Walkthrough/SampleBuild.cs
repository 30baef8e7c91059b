using System.Collections.Immutable;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.Walkthrough;

/// <summary>What a build says of a sample: its sources, the generator and all analyzers, and the severities of its <c>.editorconfig</c>.</summary>
internal static class SampleBuild
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The references are of several versions of .NET; MSBuild suppresses this warning in every project.</summary>
    private const string AssemblyVersionUnified = "CS1701";

    private static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>The warnings and errors, of the compiler too, as a build prints them but for the folders.</summary>
    public static async Task<IReadOnlyList<string>> OutputOf(string sample)
    {
        var compilation = CompilationOf(sample);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        var built = new CompilationWithAnalyzers(Survival.WithGenerated(compilation, ParseOptions), Diagnosis.AllAnalyzers, options);
        var diagnostics = await built.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Survival.DemandNoException(diagnostics);
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(BuildLine.Of).Distinct()
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>A sample's own sources, without what is generated.</summary>
    public static CSharpCompilation CompilationOf(string sample)
    {
        var folder = Repository.Folder("samples", sample);
        return CSharpCompilation.Create(
            sample,
            SourcesIn(folder),
            References.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: SeveritiesIn(folder).SetItem(AssemblyVersionUnified, ReportDiagnostic.Suppress)));
    }

    private static IEnumerable<SyntaxTree> SourcesIn(string folder) =>
        Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), ParseOptions, path))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions));

    private static ImmutableDictionary<string, ReportDiagnostic> SeveritiesIn(string folder)
    {
        var path = Path.Combine(folder, ".editorconfig");
        if (!File.Exists(path))
        {
            return ImmutableDictionary<string, ReportDiagnostic>.Empty;
        }

        // The names of rules come back in lower case, and options of a compilation go by case.
        var config = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(File.ReadAllText(path), path)));
        return config.GetOptionsForSourcePath(Path.Combine(folder, "Any.cs")).TreeOptions
            .ToImmutableDictionary(option => option.Key.ToUpperInvariant(), option => option.Value);
    }
}
