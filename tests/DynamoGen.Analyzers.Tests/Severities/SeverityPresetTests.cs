using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Severities;

/// <summary>
/// The package's presets say of every rule what its descriptor says. Run the tests with <c>DYNAMOGEN_UPDATE_SNAPSHOTS=1</c> to write the files anew,
/// and read the difference before you commit it.
/// </summary>
public sealed class SeverityPresetTests
{
    /// <summary>
    /// A severity that is set would also be that of what a rule only says as information, and would keep <c>TreatWarningsAsErrors</c> from a
    /// rule that is set to its default.
    /// </summary>
    [Fact]
    public void Recommended_lists_what_every_rule_is_by_itself_and_sets_nothing() =>
        Matches("recommended", "every rule has the severity that it has by itself; nothing is set.", ConfiguredSeverity.Of, prefix: "# ");

    [Fact]
    public void Strict_makes_every_warning_an_error_and_shows_what_is_off_by_default() =>
        Matches("strict", "every warning is an error, and what is off by default is a suggestion.",
            rule => rule.DefaultSeverity >= DiagnosticSeverity.Warning ? "error" : "suggestion");

    [Fact]
    public void None_turns_every_rule_off() =>
        Matches("none", "every rule is off.", _ => "none");

    [Fact]
    public void Every_rule_can_be_configured() =>
        Assert.DoesNotContain(Diagnosis.AllRules, rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));

    private static void Matches(string preset, string summary, Func<DiagnosticDescriptor, string> severity, string prefix = "")
    {
        var path = Repository.Folder("src", "DynamoGen", "build", "config", $"dynamogen.{preset}.globalconfig");
        var text = string.Concat(Lines().Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("DYNAMOGEN_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);

        IEnumerable<string> Lines() =>
        [
            $"# <DynamoGenAnalysis>{preset}</DynamoGenAnalysis>: {summary}",
            "# SeverityPresetTests writes this file from the rules.",
            "is_global = true",
            "# Below a project's own global configs, which win.",
            "global_level = -1",
            string.Empty,
            .. Diagnosis.AllRules.Select(rule => $"{prefix}dotnet_diagnostic.{rule.Id}.severity = {severity(rule)}"),
        ];
    }
}
