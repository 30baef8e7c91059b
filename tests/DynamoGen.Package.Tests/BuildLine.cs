using System.Text.RegularExpressions;

namespace DynamoGen.Package.Tests;

/// <summary>
/// What a build says of a line of code: <c>OrderHistory.cs(12,17): warning DG3002: …</c>, without the folder, the link to the rule and the project behind it.
/// </summary>
internal static partial class BuildLine
{
    public static IReadOnlyList<string> In(string output) =>
        [.. Form().Matches(output).Select(match => match.Groups["line"].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^(?:.*/|.*\\|)(?<line>\w+\.cs\(\d+,\d+\): (warning|error) \w+: .+?)(?: \((?:https|file)://[^)]+\))?(?: \[[^\]]+\.csproj\])?\r?$",
        RegexOptions.Multiline)]
    private static partial Regex Form();
}
