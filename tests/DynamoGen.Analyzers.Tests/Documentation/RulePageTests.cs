using DynamoGen.Analyzers.Options;
using DynamoGen.Analyzers.Tests.Severities;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.Analyzers.Tests.Documentation;

public sealed class RulePageTests
{
    private static readonly string Pages = Repository.Folder("docs", "rules");

    private static IReadOnlyList<DiagnosticDescriptor> Rules { get; } = Diagnosis.AllRules;

    private static IReadOnlyList<CodeFixProvider> Fixes { get; } =
        [.. typeof(DocumentCodeFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    public static TheoryData<string> RuleIds() => [.. Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Every_rule_has_a_page_with_its_title_and_all_sections(string id)
    {
        var rule = Rules.Single(candidate => candidate.Id == id);
        var link = new Uri(rule.HelpLinkUri, UriKind.Absolute);
        Assert.Equal((Uri.UriSchemeFile, Path.Combine(Pages, $"{id}.md")), (link.Scheme, link.LocalPath));

        var page = File.ReadAllLines(link.LocalPath);
        Assert.Equal($"# {id}: {rule.Title}", page[0]);
        Assert.Matches(
            $@"^Category: {rule.Category}\. Severity: {rule.DefaultSeverity}{(rule.IsEnabledByDefault ? @"( \([^)]+\))?" : ", off by default")}\. Fixes: \S",
            page[2]);
        Assert.Equal(
            ["## Cause", "## Why", "## Cost in production", "## How to fix", "## When to suppress", "## Known false positives", "## AWS documentation"],
            page.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_index_has_every_rule_in_order_and_nothing_else() =>
        Assert.Equal(
            Rules.Select(
                rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Category} | {rule.DefaultSeverity} | {(IsFixed(rule.Id) ? "yes" : "no")} |"),
            Index().Where(line => line.StartsWith("| [DG", StringComparison.Ordinal)));

    [Fact]
    public void Severities_of_all_rules_are_there_to_copy()
    {
        var section = Index().SkipWhile(line => line != "### All severities").SkipWhile(line => line != "[*.cs]").Skip(1).TakeWhile(line => line != "```");
        Assert.Equal(Rules.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {ConfiguredSeverity.Of(rule)}"), section);
    }

    [Fact]
    public void Every_page_is_of_a_rule() =>
        Assert.Equal(
            Rules.Select(rule => rule.Id).Order(),
            Directory.GetFiles(Pages, "DG*.md").Select(page => Path.GetFileNameWithoutExtension(page)!).Order());

    [Fact]
    public void Every_option_is_in_the_index_with_its_default()
    {
        Assert.Contains(Index(), line => Documents(line, RuleOptions.ExcludeTestProjectsOption));
        Assert.Contains(Index(), line => Documents(line, RuleOptions.LowCardinalityThresholdOption));
        Assert.Contains(Index(), line => Documents(line, RuleOptions.ScanAllowedTypesOption));
        Assert.Contains(Index(), line => Documents(line, RuleOptions.ScanAllowedTablesOption));
    }

    [Fact]
    public void Every_fix_fixes_rules_that_exist()
    {
        Assert.NotEmpty(Fixes);
        Assert.All(Fixes.SelectMany(fix => fix.FixableDiagnosticIds), id => Assert.Contains(Rules, rule => rule.Id == id));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_says_whether_there_is_a_fix(string id) =>
        Assert.Equal(IsFixed(id), !File.ReadAllText(Path.Combine(Pages, $"{id}.md")).Contains("Fixes: none", StringComparison.Ordinal));

    private static bool IsFixed(string id) => Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));

    private static string[] Index() => File.ReadAllLines(Path.Combine(Pages, "README.md"));

    private static bool Documents<T>(string line, RuleOption<T> option) =>
        line.StartsWith($"| `{option.Key}` | {(option.DefaultText.Length == 0 ? "(none)" : $"`{option.DefaultText}`")} |", StringComparison.Ordinal);
}
