using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Severities;

/// <summary>The word by which an analyzer config sets a severity.</summary>
internal static class ConfiguredSeverity
{
    /// <summary>The severity that a rule has by itself.</summary>
    public static string Of(DiagnosticDescriptor rule) => (rule.IsEnabledByDefault, rule.DefaultSeverity) switch
    {
        (false, _) => "none",
        (_, DiagnosticSeverity.Info) => "suggestion",
        _ => rule.DefaultSeverity.ToString().ToLowerInvariant(),
    };
}
