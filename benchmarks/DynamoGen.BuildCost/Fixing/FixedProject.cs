using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.BuildCost.Fixing;

/// <summary>A compilation of a sweep as a project of a workspace, which fixes can change.</summary>
internal static class FixedProject
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = Product.CreateAnalyzers();

    public static Project Create(AdhocWorkspace workspace, string folder)
    {
        var compilation = Sources.Compile("Fixed", [], [.. Sources.Framework, .. Sources.Package]);
        var project = workspace.AddProject(Path.GetFileName(Path.GetFullPath(folder)), LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(Sources.ParseOptions)
            .WithMetadataReferences(compilation.References)
            .AddAnalyzerReference(new ProductReference());
        foreach (var tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath).Project;
        }

        foreach (var path in Sources.FilesBelow(folder))
        {
            project = project.AddDocument(Path.GetRelativePath(folder, path), File.ReadAllText(path), filePath: path).Project;
        }

        return project;
    }

    /// <summary>What the analyzers report; of those rules alone that are named, where any is.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(Project project, params string[] rules)
    {
        var analyzers = rules.Length == 0
            ? Analyzers
            : [.. Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rules.Contains(rule.Id)))];
        var compilation = await project.GetCompilationAsync();
        var found = await compilation!.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(report => rules.Length == 0 || rules.Contains(report.Id))
            .OrderBy(report => report.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(report => report.Location.SourceSpan.Start).ThenBy(report => report.Id, StringComparer.Ordinal)];
    }

    /// <summary>The errors of the compilation, each as often as it occurs; excerpts have some, as what they need is left out.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(Project project) =>
        [.. (await project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(error => $"{error.Id} {error.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)];
}
