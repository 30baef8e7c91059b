using DynamoGen.CommandLine.Migrations;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Estimates;
using Spectre.Console;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>What a dry run shows of one item, and of several that stand for one.</summary>
public sealed class SampleDiffTests
{
    [Fact]
    public void An_item_is_shown_by_what_changes() => Assert.Equal(
        ["", "title", """- A {"N":"1"}""", """+ B {"N":"1"}""", "  1 attributes stay the same"],
        Shown(new MigratedSample([Item("A", "1", "Same")]) { New = [Item("B", "1", "Same")] }));

    [Fact]
    public void Of_a_group_all_items_are_shown() => Assert.Equal(
        ["", "title", "  item 1", """- A {"N":"1"}""", "  item 2", """- A {"N":"2"}""", """+ B {"N":"3"}"""],
        Shown(new MigratedSample([Item("A", "1"), Item("A", "2")]) { New = [Item("B", "3")] }));

    [Fact]
    public void What_cannot_be_copied_is_shown_with_its_reason() => Assert.Equal(
        ["", "title", "  cannot be copied: reason", """  A {"N":"1"}"""],
        Shown(new MigratedSample([Item("A", "1")]) { Reason = "reason" }));

    private static SortedDictionary<string, string> Item(string name, string number, params string[] others) => new(
        others.Append(name).ToDictionary(attribute => attribute, attribute => attribute == name ? $$"""{"N":"{{number}}"}""" : """{"S":"x"}"""),
        StringComparer.Ordinal);

    private static string[] Shown(MigratedSample sample)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        SampleDiff.Write(new VerbOutput(json: null, console, isTerminal: false), sample, "title");
        return [.. text.ToString().TrimEnd().Split('\n').Select(static line => line.TrimEnd())];
    }
}
