using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Rules;

/// <summary>Makes the descriptor of a rule: every rule made here is on by default and links to its own page.</summary>
internal static class RuleDescriptor
{
    /// <summary>The folder of the rules' pages.</summary>
    public const string DocumentationFolder = "https://github.com/dynamogen/dynamogen/blob/main/docs/rules/";

    public static DiagnosticDescriptor Create(
        string id, string title, string messageFormat, string category, DiagnosticSeverity defaultSeverity, string description, params string[] tags) =>
        new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, description, $"{DocumentationFolder}{id}.md", tags);
}
