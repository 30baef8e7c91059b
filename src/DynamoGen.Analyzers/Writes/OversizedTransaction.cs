using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4004: a transaction with more actions than DynamoDB takes.</summary>
internal static class OversizedTransaction
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.OversizedTransaction,
        title: "Transaction over the limit",
        messageFormat: "This transaction {0}; DynamoDB takes at most 100",
        RuleCategories.Writes,
        DiagnosticSeverity.Error,
        description: "A transaction has at most 100 actions and 4 MB.");

    private const string Items = "TransactItems";
    private const int Limit = 100;

    public static Diagnostic? Check(VisibleObject request, SdkSymbols sdk)
    {
        var values = request.ValuesOf(Items);
        var listed = values.Count == 1 ? BatchSize.Of(values[0], sdk) : 0;
        var count = Math.Max(listed, request.IsWhole ? BatchSize.LeastCount(request.CollectionOf(Items)) : 0);
        return count > Limit ? Diagnostic.Create(Rule, CreationName.LocationOf(request.Creation), $"has {count} actions")
            : values.Count == 1 && GrowingList.Is(values[0])
                ? Diagnostic.Create(
                    Rule,
                    CreationName.LocationOf(request.Creation),
                    DiagnosticSeverity.Info,
                    additionalLocations: null,
                    properties: null,
                    GrowingList.InWords)
                : null;
    }
}
