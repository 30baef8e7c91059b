using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.Analyzers.Declaration;

namespace DynamoGen.Generator.Tests;

/// <summary>The table of forms in the documentation: each row's misuse, beside the help desk's own declarations, is refused as the row says.</summary>
public sealed partial class ShownFormTests
{
    private const string Usings = "using DynamoGen.Batches; using HelpDesk.Audit; using HelpDesk.People; using HelpDesk.Statistics; using HelpDesk.Tickets; "
        + "namespace HelpDesk;\n";

    private static readonly string[] HelpDesk = [.. Declarations()];

    public static TheoryData<string, string, string, string> Forms =>
        [.. Rows().Select(row => (row.Groups["where"].Value, row.Groups["misuse"].Value, row.Groups["rule"].Value, row.Groups["message"].Value))];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_misuse_is_refused_as_the_table_says(string where, string misuse, string rule, string message)
    {
        var declaration = misuse.StartsWith("[Patch<", StringComparison.Ordinal)
            ? misuse
            : $"[Repository<{EntityOf(where)}>] public partial interface IMisuse {{ {misuse} }}";

        var problem = Assert.Single(Design.Problems(GeneratorRun.Of([.. HelpDesk, Usings + declaration])));

        var descriptor = DeclarationDescriptors.Of(problem.Rule);
        Assert.Equal(rule, descriptor.Id);
        var format = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Contains(message, string.Format(CultureInfo.InvariantCulture, format, [.. problem.Arguments]), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_form_of_the_help_desk_is_in_the_table_with_methods_that_exist()
    {
        var shown = File.ReadLines(Repository.Folder("samples", "HelpDesk", "README.md")).Select(line => Number().Match(line)).Where(match => match.Success);
        var rows = Rows().ToList();

        Assert.Equal(shown.Select(match => match.Groups[1].Value), rows.Select(row => row.Groups["number"].Value).Distinct());
        Assert.All(
            rows.SelectMany(row => Method().Matches(row.Groups["where"].Value)),
            method => Assert.Contains(HelpDesk, source =>
                source.Contains($"interface {method.Groups[1].Value}\n", StringComparison.Ordinal)
                && source.Contains($" {method.Groups[2].Value}(", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Declarations() => Directory.EnumerateFiles(Repository.Folder("samples", "HelpDesk"), "*.cs", SearchOption.AllDirectories)
        .Select(File.ReadAllText)
        .Where(source => Marked().IsMatch(source) || source.Contains("public enum ", StringComparison.Ordinal));

    private static string EntityOf(string where) => HelpDesk
        .Select(source => Regex.Match(source, $@"\[Repository<(\w+)>\]\s+public partial interface {Method().Match(where).Groups[1].Value}\b"))
        .First(match => match.Success).Groups[1].Value;

    private static IEnumerable<Match> Rows() =>
        File.ReadLines(Repository.Folder("docs", "access-patterns.md")).Select(line => Row().Match(line)).Where(match => match.Success);

    [GeneratedRegex(@"^\| (?<number>\d+) \| .*? \| (?<where>.*?) \| `(?<misuse>.*?)` \| \[(?<rule>DG\d{4})\]\(rules/\k<rule>\.md\): `(?<message>.*)` \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (\d+) \| ")]
    private static partial Regex Number();

    [GeneratedRegex(@"`(I\w+)\.(\w+)`")]
    private static partial Regex Method();

    [GeneratedRegex(@"^\[(Table|Entity|Repository|Projection|Patch|Fields|ItemCollection)\b", RegexOptions.Multiline)]
    private static partial Regex Marked();
}
