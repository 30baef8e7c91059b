using System.Collections.Immutable;
using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Walkthrough;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.Documentation;

/// <summary>The page on costs shows what the analyzer says of the sample.</summary>
public sealed class CostPageTests
{
    [Fact]
    public async Task Messages_of_the_sample_are_those_of_the_analyzer()
    {
        var shown = File.ReadLines(Repository.Folder("docs", "costs.md")).Where(line => line.StartsWith('\'')).ToArray();
        var compilation = SampleBuild.CompilationOf("Northwind");
        var asked = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("DG3023", ReportDiagnostic.Info).Add("DG4020", ReportDiagnostic.Info)));
        var found = await asked.WithAnalyzers([new CostAnalyzer()], new AnalyzerOptions([]))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var said = found.Where(diagnostic => Path.GetFileName(diagnostic.Location.SourceTree!.FilePath) == "IOrders.cs")
            .Select(diagnostic => diagnostic.GetMessage()).ToHashSet();

        Assert.NotEmpty(shown);
        Assert.All(shown, message => Assert.True(said.Contains(message), $"The page shows:\n{message}\nThe analyzer says:\n{string.Join('\n', said)}"));
    }
}
