using DynamoGen.Declarations.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG3023 and DG4020: says of each access pattern what it costs, where a project asks for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CostAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public CostAnalyzer()
        : base(ReadCost.Rule, WriteCost.Rule)
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

        foreach (var pattern in priced.Repository.Patterns)
        {
            Report(ReadCost.Rule, ReadCost.Of(pattern, priced.Entity), pattern);
            Report(WriteCost.Rule, WriteCost.Of(pattern, priced.Entity, priced.Table), pattern);
        }

        void Report(DiagnosticDescriptor rule, string? cost, PatternModel pattern)
        {
            if (cost is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(rule, PatternPlace.Of(priced.Type, pattern), pattern.Name, cost));
            }
        }
    }
}
