using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG3024 and DG4021: an access pattern that takes more capacity than it may.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BudgetAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public BudgetAnalyzer()
        : base(Budgets.Read, Budgets.Write)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (PricedRepository.Of((INamedTypeSymbol)context.Symbol) is not { } priced)
        {
            return;
        }

        foreach (var over in Budgets.OfReads(priced).Concat(Budgets.OfWrites(priced)))
        {
            context.ReportDiagnostic(over);
        }
    }
}
