using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3004: a Query or Scan with both a limit and a filter, of which only the first page is used.</summary>
internal static class FilteredLimit
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.LimitWithFilter,
        title: "Limit is applied before the filter",
        messageFormat: "Limit counts the items read, before the filter; "
            + "this {0} may return none although some match, unless it goes on while {1}",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "DynamoDB stops reading at the limit and applies the filter to what it has read.");
}
