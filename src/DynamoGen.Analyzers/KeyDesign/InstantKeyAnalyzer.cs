using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>DG2005: a partition key that is an instant, by whose ranges nothing can be found.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstantKeyAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.InstantPartitionKey,
        title: "Partition key is an instant",
        messageFormat: "{0} is an instant, so that a Query must name it exactly and ranges of time need a Scan; put the time into the sort key, under a "
            + "partition key by which items are asked for",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Info,
        description: "Instants spread well over partitions, but a Query compares a partition key by equality alone.");

    /// <summary>Creates the analyzer.</summary>
    public InstantKeyAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        var entities = dynamo.Declarations is { } declarations ? new EntityKeys(dynamo, declarations) : null;
        var sdkClasses = dynamo.Sdk is { } sdk ? new SdkHashKeys(dynamo, sdk) : null;
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

        void Analyze(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            foreach (var key in (entities?.Of(type, context.CancellationToken) ?? []).Concat(sdkClasses?.Of(type) ?? []))
            {
                // One that is narrow for its traffic is the matter of DG2004.
                if (key.Spread is { IsInstant: true, IsNarrow: false } && key.Location.SourceTree is { } tree && !dynamo.Excludes(tree))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, key.Location, key.Description));
                }
            }
        }
    }
}
