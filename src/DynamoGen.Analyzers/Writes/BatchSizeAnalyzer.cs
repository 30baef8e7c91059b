using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4001: a batch of the low-level client with more requests than DynamoDB takes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BatchSizeAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.OversizedBatch,
        title: "Batch over the limit",
        messageFormat: "This batch has {0} requests; DynamoDB takes at most {1} in one {2}",
        RuleCategories.Writes,
        DiagnosticSeverity.Error,
        description: "A BatchWriteItem takes at most 25 puts and deletes, a BatchGetItem at most 100 keys, over all tables.");

    private const int WriteLimit = 25;
    private const int GetLimit = 100;

    /// <summary>Creates the analyzer.</summary>
    public BatchSizeAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var write = sdk.TypeNamed("Model.BatchWriteItemRequest");
        var get = sdk.TypeNamed("Model.BatchGetItemRequest");
        context.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);

        void Analyze(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            if (SymbolEqualityComparer.Default.Equals(creation.Type, write))
            {
                Check(creation, "BatchWriteItem", WriteLimit, list => BatchSize.Of(list, sdk));
            }
            else if (SymbolEqualityComparer.Default.Equals(creation.Type, get))
            {
                Check(creation, "BatchGetItem", GetLimit, keys => KeyCount(keys, sdk));
            }

            void Check(IObjectCreationOperation request, string operation, int limit, Func<IOperation, int> countOf)
            {
                var items = VisibleObject.Of(request, sdk).CollectionOf("RequestItems");
                var count = items.IsWhole ? items.Entries.Where(entry => entry.IsCertain).Sum(entry => countOf(entry.Value)) : 0;
                if (count > limit && !dynamo.Excludes(request.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CreationName.LocationOf(request), count, limit, operation));
                }
            }
        }
    }

    private static int KeyCount(IOperation keysAndAttributes, SdkSymbols sdk) =>
        VisibleObject.From(keysAndAttributes, sdk) is { IsWhole: true } keys && keys.ValuesOf("Keys") is { Count: 1 } values ? BatchSize.Of(values[0], sdk) : 0;
}
