using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Rules;

/// <summary>Makes the descriptor of a rule: every rule made here is on by default and links to its own page.</summary>
internal static class RuleDescriptor
{
    public static DiagnosticDescriptor Create(
        string id, string title, string messageFormat, string category, DiagnosticSeverity defaultSeverity, string description, params string[] tags) =>
        new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, description, RulePages.Link(id), tags);
}
