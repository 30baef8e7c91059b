using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>DG2001 to DG2004 and DG2007: partition keys that gather too many requests in one partition. A key gets at most one of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartitionKeyAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public PartitionKeyAnalyzer()
        : base(LowCardinalityKey.TableRule, LowCardinalityKey.IndexRule, ConstantKey.Rule, TimeBucketKey.Rule, GrowingKey.Rule)
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
            var keys = (entities?.Of(type, context.CancellationToken) ?? []).Concat(sdkClasses?.Of(type) ?? []);
            foreach (var diagnostic in keys.Select(Check).OfType<Diagnostic>())
            {
                if (diagnostic.Location.SourceTree is { } tree && !dynamo.Excludes(tree))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    private static Diagnostic? Check(PartitionKey key) =>
        GrowingKey.Check(key) ?? ConstantKey.Check(key) ?? LowCardinalityKey.Check(key) ?? TimeBucketKey.Check(key);
}
