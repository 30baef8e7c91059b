using System.Text.RegularExpressions;

namespace DynamoGen.Analyzers.Tests.Walkthrough;

/// <summary>docs/walkthrough.md tells the truth about the two samples.</summary>
public sealed partial class WalkthroughTests
{
    private static string Page => File.ReadAllText(Repository.Folder("docs", "walkthrough.md"));

    [Fact]
    public async Task The_page_shows_every_warning_of_the_bad_design_and_no_other()
    {
        var shown = BuildLine.In(Page);

        Assert.NotEmpty(shown);
        Assert.Equal(await SampleBuild.OutputOf("BadDesign"), shown);
    }

    [Fact]
    public async Task The_good_design_has_no_warning() => Assert.Empty(await SampleBuild.OutputOf("GoodDesign"));

    [Fact]
    public async Task The_page_says_for_every_rule_what_the_fix_was()
    {
        var reported = (await SampleBuild.OutputOf("BadDesign")).Select(line => Rule().Match(line).Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(reported, Fix().Matches(Page).Select(match => match.Groups["rule"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_two_designs_have_the_same_files() => Assert.Equal(FilesOf("BadDesign"), FilesOf("GoodDesign"));

    private static IEnumerable<string> FilesOf(string sample)
    {
        var folder = Repository.Folder("samples", sample);
        return Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Where(path => path.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"DG\d{4}")]
    private static partial Regex Rule();

    /// <summary>A row of the page's table of fixes.</summary>
    [GeneratedRegex(@"^\| \[(?<rule>DG\d{4})\]\(rules/\k<rule>\.md\) \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Fix();
}
