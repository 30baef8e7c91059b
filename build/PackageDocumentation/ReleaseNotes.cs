using System.Text.RegularExpressions;

namespace PackageDocumentation;

/// <summary>
/// The newest version of the changelog, for a package's page: the first sentence of each entry, since a feed takes 35,000 characters at most. The package has
/// the changelog itself.
/// </summary>
internal static partial class ReleaseNotes
{
    public static void Write(string changelog, string target)
    {
        var newest = Version().Split(File.ReadAllText(changelog))[1];
        var notes = Line().Matches(newest).Select(line => line.Groups["heading"] is { Success: true } heading
            ? $"\n{heading.Value}:"
            : $"- {Link().Replace(line.Groups["entry"].Value, "$1").Replace("\n  ", " ", StringComparison.Ordinal)}");

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, string.Join('\n', notes).Trim() + "\n\nCHANGELOG.md in the package DynamoGen says more.");
    }

    [GeneratedRegex("^## .*$", RegexOptions.Multiline)]
    private static partial Regex Version();

    /// <summary>A heading, or an entry as far as its first sentence goes. A point in code or in a link ends none.</summary>
    [GeneratedRegex(@"^### (?<heading>.+)$|^- (?<entry>(?:`[^`]*`|\[(?:[^\]`]|`[^`]*`)*\]\([^)]*\)|[^\n:.]|\n  |[:.](?!\s))*)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\[((?:[^\]`]|`[^`]*`)*)\]\([^)\s]*\)")]
    private static partial Regex Link();
}
