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
        messageFormat: "This batch {0}; DynamoDB takes at most {1} in one {2}",
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
        var writes = new ClientMethods(sdk, "BatchWriteItemAsync", "BatchWriteItem");
        var reads = new ClientMethods(sdk, "BatchGetItemAsync", "BatchGetItem");
        context.RegisterOperationAction(AnalyzeRequest, OperationKind.ObjectCreation);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);

        void AnalyzeRequest(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            var isWrite = SymbolEqualityComparer.Default.Equals(creation.Type, write);
            if (isWrite || SymbolEqualityComparer.Default.Equals(creation.Type, get))
            {
                Check(context, VisibleObject.Of(creation, sdk).CollectionOf("RequestItems"), isWrite, CreationName.LocationOf(creation));
            }
        }

        void AnalyzeCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var isWrite = writes.Contains(call.TargetMethod);
            if ((isWrite || reads.Contains(call.TargetMethod))
                && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "requestItems") is { } items)
            {
                Check(context, VisibleCollection.Of(items.Value, sdk), isWrite, CalledName.LocationOf(call.Syntax));
            }
        }

        void Check(OperationAnalysisContext context, VisibleCollection items, bool isWrite, Location location)
        {
            var (operation, limit) = isWrite ? ("BatchWriteItem", WriteLimit) : ("BatchGetItem", GetLimit);
            var count = items.IsWhole
                ? items.Entries.Where(entry => entry.IsCertain).Sum(entry => isWrite ? BatchSize.Of(entry.Value, sdk) : KeyCount(entry.Value, sdk))
                : 0;
            var diagnostic = count > limit ? Diagnostic.Create(Rule, location, $"has {count} requests", limit, operation)
                : items.Entries.Any(entry => isWrite ? GrowingList.Is(entry.Value) : KeysOf(entry.Value, sdk) is { } keys && GrowingList.Is(keys))
                    ? Diagnostic.Create(
                        Rule, location, DiagnosticSeverity.Info, additionalLocations: null, properties: null, GrowingList.InWords, limit, operation)
                    : null;
            if (diagnostic is not null && !dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static int KeyCount(IOperation keysAndAttributes, SdkSymbols sdk) =>
        KeysOf(keysAndAttributes, sdk) is { } keys ? BatchSize.Of(keys, sdk) : 0;

    private static IOperation? KeysOf(IOperation keysAndAttributes, SdkSymbols sdk) =>
        VisibleObject.From(keysAndAttributes, sdk) is { IsWhole: true } keys && keys.ValuesOf("Keys") is { Count: 1 } values ? values[0] : null;
}
