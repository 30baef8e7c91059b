using DynamoGen.Analyzers.Design;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tables;

/// <summary>DG1032, DG1034, DG1035 and DG1036: what shows only when all access patterns of a table are known.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableUseAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public TableUseAnalyzer()
        : base(
            TableDescriptors.AnalyticsRead,
            TableDescriptors.LocalIndexWithoutNeed,
            TableDescriptors.GlobalIndexWithoutNeed,
            TableDescriptors.UncachedReads)
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
            if (design.IsIncomplete)
            {
                return;
            }

            foreach (var diagnostic in AnalyticsRead.Check(design).Concat(IndexKind.Check(design)).Concat(UncachedReads.Check(design, declarations)))
            {
                if (diagnostic.Location.SourceTree is { } tree && !dynamo.Excludes(tree))
                {
                    end.ReportDiagnostic(diagnostic);
                }
            }
        });
    }
}
