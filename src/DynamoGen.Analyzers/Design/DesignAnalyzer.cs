using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Design;

/// <summary>
/// DG2020, DG2021 and DG3022: what only the whole compilation shows, because it takes every repository to know that nothing reads an index, and every
/// entity to know what is in a range.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DesignAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public DesignAnalyzer()
        : base(UnusedIndex.Rule, UnusedIndexKey.Rule, ForeignItems.Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not { } declarations)
        {
            return;
        }

        var design = new DeclaredDesign();
        context.RegisterSymbolAction(symbol => design.Add((INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            var unused = design.IsIncomplete
                ? []
                : UnusedIndex.Check(design, end.Compilation, declarations).Concat(UnusedIndexKey.Check(design, end.Compilation));
            foreach (var diagnostic in unused.Concat(ForeignItems.Check(design)))
            {
                if (diagnostic.Location.SourceTree is { } tree && !dynamo.Excludes(tree))
                {
                    end.ReportDiagnostic(diagnostic);
                }
            }
        });
    }
}
