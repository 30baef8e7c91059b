using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
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
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has(DeclarationAttributes.Repository)
            || RepositoryParser.Parse(type, new DeclarationProblems()) is not { } repository
            || type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol entityType
            || EntityParser.Parse(entityType, new DeclarationProblems()) is not { } entity
            || EntityParser.TableType(entityType) is not { } tableType
            || TableParser.Parse(tableType, new DeclarationProblems()) is not { } table)
        {
            return;
        }

        foreach (var pattern in repository.Patterns)
        {
            Report(ReadCost.Rule, ReadCost.Of(pattern, entity), pattern);
            Report(WriteCost.Rule, WriteCost.Of(pattern, entity, table), pattern);
        }

        void Report(DiagnosticDescriptor rule, string? cost, PatternModel pattern)
        {
            if (cost is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(rule, PatternPlace.Of(type, pattern), pattern.Name, cost));
            }
        }
    }
}
