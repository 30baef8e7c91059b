using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4005: a transaction with one action, which needs none.</summary>
internal static class SingleActionTransaction
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.SingleActionTransaction,
        title: "Transaction with one action",
        messageFormat: "A transaction with one action takes twice the capacity of {0}, which is as atomic and takes the same condition",
        RuleCategories.Writes,
        DiagnosticSeverity.Warning,
        description: "DynamoDB writes each item of a transaction twice, to prepare and to commit. A single write is atomic by itself.");

    private static readonly string[] Actions = ["Put", "Update", "Delete"];

    public static Diagnostic? Check(VisibleObject request, SdkSymbols sdk)
    {
        // With a token a repeated transaction has no effect, which single writes do not offer.
        if (!request.IsWhole || request.Sets("ClientRequestToken"))
        {
            return null;
        }

        var items = request.CollectionOf("TransactItems");
        return items.Count == 1
            && VisibleObject.From(items.Entries[0].Value, sdk) is { IsWhole: true } item
            && !item.Sets("ConditionCheck")
            && Actions.Where(item.Sets).ToList() is { Count: 1 } actions
                ? Diagnostic.Create(Rule, CreationName.LocationOf(request.Creation), $"{actions[0]}ItemAsync")
                : null;
    }
}
