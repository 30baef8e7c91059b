using System.Text.RegularExpressions;

namespace DynamoGen.Package.Tests;

/// <summary>What a build says links to the rule's page in the package that was installed.</summary>
public sealed partial class RuleLinkTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task Each_link_of_a_build_leads_to_the_page_of_its_rule()
    {
        var (_, output) = await package.CreateConsumer("Linked", Repository.Folder("samples", "BadDesign")).PrintedBuildAsync();

        var lines = Warning().Matches(output);
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            var page = new Uri(line.Groups["link"].Value, UriKind.Absolute).LocalPath;
            Assert.Equal(
                Path.Combine(package.Installed, "dynamogen", PackedPackage.Version, "docs", "rules", $"{line.Groups["rule"].Value}.md"), page);
            Assert.StartsWith($"# {line.Groups["rule"].Value}: ", File.ReadAllText(page), StringComparison.Ordinal);
        });
    }

    /// <summary>Every warning of a rule, so that one without a link has an empty one.</summary>
    [GeneratedRegex(@": warning (?<rule>DG\d+): .+?(?: \((?<link>\w+://[^)]+)\))? \[[^\]]+\]\r?$", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
