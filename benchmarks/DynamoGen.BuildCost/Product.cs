using System.Collections.Immutable;
using DynamoGen.Analyzers;
using DynamoGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.BuildCost;

/// <summary>What the package brings into a build: the generator and every analyzer.</summary>
internal static class Product
{
    /// <summary>A new object of each analyzer.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> CreateAnalyzers() =>
        [.. typeof(DynamoAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create(
            [new DynamoGenerator().AsSourceGenerator()],
            parseOptions: Sources.ParseOptions,
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));
}
