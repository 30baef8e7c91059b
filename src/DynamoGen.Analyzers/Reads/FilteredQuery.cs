using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3003: a Query that reads, and pays for, items which its filter drops.</summary>
internal static class FilteredQuery
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.FilteredQuery,
        title: "Filter drops items that are paid for",
        messageFormat: "The filter by '{0}' is applied to what was read: the Query takes the same capacity, and the same pages, as without it; {1}",
        RuleCategories.Reads,
        DiagnosticSeverity.Info,
        description: "A Query is charged for the items that its key condition finds, whatever its filter leaves of them.");

    /// <param name="place">The filter.</param>
    /// <param name="attribute">What it asks for.</param>
    /// <param name="index">The index whose partition key that is, or null.</param>
    public static Diagnostic Tell(Location? place, string attribute, string? index) => index is null
        ? Tell(place, attribute, DiagnosticSeverity.Info, "where it drops most of them, put the attribute into a sort key or the key of an index")
        : Tell(place, attribute, DiagnosticSeverity.Warning, $"query index '{index}', whose partition key it is");

    /// <summary>The same of a filter by the sort key, which the Query itself can ask for.</summary>
    public static Diagnostic TellOfSortKey(Location? place, string attribute) =>
        Tell(place, attribute, DiagnosticSeverity.Warning, "give the condition to the Query, whose sort key it is");

    private static Diagnostic Tell(Location? place, string attribute, DiagnosticSeverity severity, string remedy) =>
        Diagnostic.Create(Rule, place, severity, additionalLocations: null, properties: null, attribute, remedy);
}
