using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Streams;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Regions;

/// <summary>DG8008: a stream handler that handles the removals of items that expire in several regions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegionStreamAnalyzer : DynamoAnalyzer
{
    private const string RemovalCause = "DynamoGen.Streams.RemovalCause";

    /// <summary>Creates the analyzer.</summary>
    public RegionStreamAnalyzer()
        : base(RegionDescriptors.ReplicatedExpiry)
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
        if (!type.Has(DeclarationAttributes.StreamHandler) || StreamHandlerParser.Parse(type, new DeclarationProblems()) is null)
        {
            return;
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => HandlerVerbs.Of(method.Name) == HandlerVerb.Removed))
        {
            if (method.Parameters.Select(parameter => parameter.Type).OfType<INamedTypeSymbol>()
                    .FirstOrDefault(type => type.Has(DeclarationAttributes.Entity)) is { } entity
                && RegionalTable.Of(entity) is { IsEventual: true } table
                && EntityParser.Parse(entity, new DeclarationProblems()) is { Lifecycle.TimeToLive: not null })
            {
                var cause = method.Parameters.Any(parameter => parameter.Type.IsNamed(RemovalCause))
                    ? ", and of RemovalCause.TimeToLive in one of them alone"
                    : string.Empty;
                context.ReportDiagnostic(Diagnostic.Create(RegionDescriptors.ReplicatedExpiry, method.Locations[0], method.Name, table.Model.Name, cause));
            }
        }
    }
}
