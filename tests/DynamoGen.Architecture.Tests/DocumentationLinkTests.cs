using System.Text;
using System.Text.RegularExpressions;
using DynamoGen.Tests;

namespace DynamoGen.Architecture.Tests;

/// <summary>Each link of a page leads to a file, and to a heading of it, and the index lists each page.</summary>
public sealed partial class DocumentationLinkTests
{
    private static readonly string Docs = Repository.Folder("docs");

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Folder("samples"), "README.md", SearchOption.AllDirectories).Where(page => !IsBuilt(page)))
            .Append(Repository.Folder("README.md"))
            .Append(Repository.Folder("CHANGELOG.md"))
            .Select(page => Path.GetRelativePath(Repository.Folder(), page)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var path = Repository.Folder(page);

        Assert.All(Links(path), link => Assert.True(Leads(path, link), link));
    }

    [Fact]
    public void The_index_lists_every_page()
    {
        var listed = Links(Path.Combine(Docs, "README.md"))
            .Select(link => Path.GetFullPath(Path.Combine(Docs, link.Split('#')[0])))
            .Where(path => Path.GetDirectoryName(path) == Docs);

        Assert.Equal(Directory.EnumerateFiles(Docs, "*.md").Where(page => Path.GetFileName(page) != "README.md").Order(), listed.Distinct().Order());
    }

    private static bool IsBuilt(string page) => page.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj");

    private static bool Leads(string page, string link)
    {
        var (file, heading) = link.Split('#') is [var before, var behind] ? (before, behind) : (link, null);
        var target = file.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, file));
        return Directory.Exists(target)
            || (File.Exists(target) && (heading is null || Path.GetExtension(target) != ".md" || Headings(target).Contains(heading)));
    }

    private static IEnumerable<string> Links(string page) => Link().Matches(Text(page)).Select(link => link.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>The headings as links name them.</summary>
    private static IEnumerable<string> Headings(string page) => Heading().Matches(Text(page)).Select(heading =>
        NoLetter().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    /// <summary>A page without its code, in which brackets and number signs are no links and headings.</summary>
    private static string Text(string page) => Code().Replace(File.ReadAllText(page, Encoding.UTF8), string.Empty);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoLetter();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
