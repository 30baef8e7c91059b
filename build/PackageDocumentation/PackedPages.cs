using System.Text.RegularExpressions;

namespace PackageDocumentation;

/// <summary>
/// The pages that a package has: its README, the changelog and docs, where they stand in the repository too. A link to what the package does not have, such
/// as a sample, becomes its text.
/// </summary>
internal static partial class PackedPages
{
    public static void Write(string readme, string repository, string target)
    {
        var docs = Path.Combine(repository, "docs");
        var pages = Directory.EnumerateFiles(docs, "*", SearchOption.AllDirectories)
            .Append(Path.Combine(repository, "CHANGELOG.md"))
            .ToDictionary(page => Path.GetRelativePath(repository, page));
        pages.Add("README.md", readme);
        pages.Add("LICENSE", Path.Combine(repository, "LICENSE"));

        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        foreach (var (name, source) in pages)
        {
            var file = Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (Path.GetExtension(source) == ".md")
            {
                File.WriteAllText(file, LinksWithin(File.ReadAllText(source), file, target, pages.Keys));
            }
            else
            {
                File.Copy(source, file);
            }
        }
    }

    private static string LinksWithin(string text, string file, string target, ICollection<string> pages) => Link().Replace(text, link =>
    {
        var path = link.Groups["path"].Value;
        return !link.Groups["text"].Success
            || LeavesAlone(path)
            || pages.Contains(Path.GetRelativePath(target, Path.Combine(Path.GetDirectoryName(file)!, path)))
            ? link.Value
            : link.Groups["text"].Value;
    });

    /// <summary>A heading of the page itself, or another server.</summary>
    private static bool LeavesAlone(string path) => path.Length == 0 || path.Contains("://", StringComparison.Ordinal);

    /// <summary>A block of code, which has no links, or a link.</summary>
    [GeneratedRegex(@"^```.*?^```|\[(?<text>(?:[^\[\]`]|`[^`]*`)*)\]\((?<path>[^)#\s]*)(?:\#[^)\s]*)?\)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Link();
}
