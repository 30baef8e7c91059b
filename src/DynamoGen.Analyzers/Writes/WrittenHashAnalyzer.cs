using System.Collections.Concurrent;
using DynamoGen.Analyzers.KeyDesign;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG2003 for items, as information: a hash key that is written as a constant, beside a sort key that is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrittenHashAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public WrittenHashAnalyzer()
        : base(ConstantKey.WriteRule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var writes = new WrittenHashes(sdk);
        var keys = new KnownKeys(sdk, dynamo.Compilation);
        var found = new ConcurrentBag<WrittenHash>();
        context.RegisterOperationAction(
            context =>
            {
                keys.Learn(context.Operation);
                if (!dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
                {
                    foreach (var write in writes.In(context.Operation).Where(write => !SettingTexts.Contain(write.Text)))
                    {
                        found.Add(write);
                    }
                }
            },
            OperationKind.ObjectCreation,
            OperationKind.Invocation);
        context.RegisterSymbolAction(context => keys.Learn((INamedTypeSymbol)context.Symbol), SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var write in OneOfEach(found, keys))
            {
                end.ReportDiagnostic(ConstantKey.Tell(write));
            }
        });
    }

    /// <summary>One of the items that share a constant is enough; a Query that reads it says the same.</summary>
    private static IEnumerable<WrittenHash> OneOfEach(IEnumerable<WrittenHash> found, KnownKeys keys) =>
        found.Where(write => keys.IsHash(write.Attribute) && !keys.IsRead(write.Text) && write.Varying.Any(other => keys.ArePair(write.Attribute, other)))
            .GroupBy(write => (write.Attribute, write.Text))
            .Select(group => group
                .OrderBy(write => write.Value.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(write => write.Value.Syntax.SpanStart).First());
}
