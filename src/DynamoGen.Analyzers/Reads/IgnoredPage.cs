using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3005: a Query, a Scan or a list of which only the first page is used.</summary>
internal static class IgnoredPage
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.IgnoredLastEvaluatedKey,
        title: "LastEvaluatedKey is ignored",
        messageFormat: "Only the first page of {0} is used; {1}",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "A Query or a Scan returns at most 1 MB of data. "
            + "Where there is more, the response has a LastEvaluatedKey, from which the next request goes on.");

    /// <param name="place">The call.</param>
    /// <param name="page">What there is more of.</param>
    /// <param name="remedy">How to read it.</param>
    public static Diagnostic Tell(Location place, string page, string remedy) => Diagnostic.Create(Rule, place, page, remedy);
}
