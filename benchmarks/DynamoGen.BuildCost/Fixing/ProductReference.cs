using System.Collections.Immutable;
using DynamoGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.BuildCost.Fixing;

/// <summary>Brings the generator into the projects of a workspace, whose compilations then hold what it writes.</summary>
internal sealed class ProductReference : AnalyzerReference
{
    // The workspace keeps what a generator made by the object itself.
    private static readonly ImmutableArray<ISourceGenerator> Generators = [new DynamoGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(ProductReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) =>
        language == LanguageNames.CSharp ? Generators : [];
}
