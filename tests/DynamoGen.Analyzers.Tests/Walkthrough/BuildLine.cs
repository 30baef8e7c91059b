using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Walkthrough;

/// <summary>A line of a build's output, with the file's name in place of its path and without the link to the rule and the project.</summary>
internal static partial class BuildLine
{
    public static string Of(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan();
        var (line, column) = (start.StartLinePosition.Line + 1, start.StartLinePosition.Character + 1);
        var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{Path.GetFileName(start.Path)}({line},{column}): {severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The lines of this form in a text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Form().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^\w+\.cs\(\d+,\d+\): (warning|error) \w+: .+$", RegexOptions.Multiline)]
    private static partial Regex Form();
}
