using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4006: a batch or a transaction that names one item twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedItemAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.RepeatedItem,
        title: "Same item twice in one batch or transaction",
        messageFormat: "This {0} names the same item a second time; DynamoDB refuses the whole request, every time: {1}",
        RuleCategories.Writes,
        DiagnosticSeverity.Error,
        description: "Each item may be in a BatchWriteItem, a BatchGetItem or a TransactWriteItems once, "
            + "also where one part writes it and another deletes or checks it.");

    private const string Merge = "merge both into one action, which may have a condition too";
    private const string KeepOne = "keep one of them";

    /// <summary>Creates the analyzer.</summary>
    public RepeatedItemAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var items = new RepeatedItem(sdk, new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk)));
        var transaction = sdk.TypeNamed("Model.TransactWriteItemsRequest");
        var write = sdk.TypeNamed("Model.BatchWriteItemRequest");
        var get = sdk.TypeNamed("Model.BatchGetItemRequest");
        var writes = new ClientMethods(sdk, "BatchWriteItemAsync", "BatchWriteItem");
        var reads = new ClientMethods(sdk, "BatchGetItemAsync", "BatchGetItem");
        context.RegisterOperationAction(AnalyzeRequest, OperationKind.ObjectCreation);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);

        void AnalyzeRequest(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            if (SymbolEqualityComparer.Default.Equals(creation.Type, transaction))
            {
                Report(context, items.InTransaction(VisibleObject.Of(creation, sdk).CollectionOf("TransactItems")), "TransactWriteItems", Merge);
            }
            else if (SymbolEqualityComparer.Default.Equals(creation.Type, write))
            {
                Report(context, items.InWrites(VisibleObject.Of(creation, sdk).CollectionOf("RequestItems")), "BatchWriteItem", KeepOne);
            }
            else if (SymbolEqualityComparer.Default.Equals(creation.Type, get))
            {
                Report(context, items.InKeys(VisibleObject.Of(creation, sdk).CollectionOf("RequestItems")), "BatchGetItem", KeepOne);
            }
        }

        void AnalyzeCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "requestItems")?.Value is { } requestItems)
            {
                if (writes.Contains(call.TargetMethod))
                {
                    Report(context, items.InWrites(VisibleCollection.Of(requestItems, sdk)), "BatchWriteItem", KeepOne);
                }
                else if (reads.Contains(call.TargetMethod))
                {
                    Report(context, items.InKeys(VisibleCollection.Of(requestItems, sdk)), "BatchGetItem", KeepOne);
                }
            }
        }

        void Report(OperationAnalysisContext context, (IOperation Later, IOperation Earlier)? found, string operation, string remedy)
        {
            if (found is var (later, earlier) && !dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, CreationName.LocationOf(later), [earlier.Syntax.GetLocation()], operation, remedy));
            }
        }
    }
}
