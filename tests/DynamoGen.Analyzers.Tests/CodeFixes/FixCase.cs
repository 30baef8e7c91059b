using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.CodeFixes;

/// <summary>One form that a fix documents.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Form">How the rule's page names the fix.</param>
/// <param name="Analyzer">What reports.</param>
/// <param name="Fix">What repairs.</param>
/// <param name="Code">The statements that are wrong, or, where the rule is about them, the declarations.</param>
internal sealed record FixCase(string Rule, string Form, DiagnosticAnalyzer Analyzer, CodeFixProvider Fix, string Code)
{
    /// <summary>Where the statements may stand; empty for declarations, which stand where they do.</summary>
    public IReadOnlyList<string> Places { get; init; } = FixSource.AsyncPlaces;

    /// <summary>Declarations beside the statements.</summary>
    public string Members { get; init; } = string.Empty;

    /// <summary>What was declared when the schema lock was written; null without a lock.</summary>
    public string? Locked { get; init; }
}
