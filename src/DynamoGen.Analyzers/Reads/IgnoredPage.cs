using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3005: a Query or Scan of which only the first page is used.</summary>
internal static class IgnoredPage
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.IgnoredLastEvaluatedKey,
        title: "LastEvaluatedKey is ignored",
        messageFormat: "Only the first page of this {0}, at most 1 MB, is used; go on while LastEvaluatedKey is there{1}",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "A Query or a Scan returns at most 1 MB of data. "
            + "Where there is more, the response has a LastEvaluatedKey, from which the next request goes on.");
}
