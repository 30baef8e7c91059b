using System.Text.Json;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>A migration is planned, which shows no value unless that is asked for.</summary>
public sealed class PlanVerbTests(VerbServer server)
{
    private static readonly OldNote[] Notes = [new("1", "text"), new("2", "poison")];

    [Fact]
    public async Task A_plan_tells_people_what_the_migration_takes_and_what_each_phase_does()
    {
        await using var host = await NoteHost.CreateAsync(server, Notes);

        var plan = await host.RunAsync("migrate plan --processes 2");

        Assert.Equal((0, string.Empty), (plan.Code, plan.Error));
        Assert.Contains(plan.Lines, line => line.Contains("the whole table, 2 items", StringComparison.Ordinal));
        Assert.Contains(plan.Lines, line => line.Contains("00:00:01 with 2 processes", StringComparison.Ordinal));
        Assert.Contains(plan.Lines, line => line.Contains("64 are recommended", StringComparison.Ordinal));
        Assert.Contains(plan.Lines, line => line.Contains("4.0 times as much until Settle, 6.0 times in it, 4.0 times", StringComparison.Ordinal));
        Assert.Matches("(?m)^1 +System.InvalidOperationException", plan.Output);
        Assert.Matches(@"(?m)^NotStarted \(now\) +old items", plan.Output);
        Assert.Matches("(?m)^Done +new items", plan.Output);
        Assert.DoesNotContain("\"text\"", plan.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', plan.Output);
    }

    [Fact]
    public async Task A_plan_in_JSON_is_a_line_and_one_for_each_shown_item()
    {
        await using var host = await NoteHost.CreateAsync(server, Notes);

        var plan = await host.RunAsync("migrate plan --dry-run 5 --json");

        Assert.Equal((0, 3), (plan.Code, plan.Lines.Length));
        var estimate = JsonDocument.Parse(plan.Lines[0]).RootElement;
        Assert.Equal((2, 1), (estimate.GetProperty("items").GetInt32(), estimate.GetProperty("writeUnits").GetInt32()));
        Assert.Equal((1, "NotStarted"), (estimate.GetProperty("durationSeconds").GetInt32(), estimate.GetProperty("phase").GetString()));
        Assert.Equal("""{"ledger":4,"settle":6,"both":4}""", estimate.GetProperty("overhead").GetRawText());
        Assert.Equal("""[{"reason":"System.InvalidOperationException","count":1}]""", estimate.GetProperty("failures").GetRawText());
        Assert.Contains(
            plan.Lines, line => line.Contains("\"new\":[],\"reason\":\"System.InvalidOperationException\",\"collides\":false", StringComparison.Ordinal));
        Assert.Contains(plan.Lines, line => line.Contains("""
            "Body":{"S":"text"}
            """, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_shows_people_what_changes()
    {
        await using var host = await NoteHost.CreateAsync(server, Notes);

        var plan = await host.RunAsync("migrate plan --dry-run 2");

        Assert.Equal(0, plan.Code);
        Assert.Contains("""- Text {"S":"text"}""", plan.Lines);
        Assert.Contains("""+ Body {"S":"text"}""", plan.Lines);
        Assert.Contains("""- pk {"S":"NOTE#1"}""", plan.Lines);
        Assert.Contains("""+ pk {"S":"N#1"}""", plan.Lines);
        Assert.Contains("cannot be copied: System.InvalidOperationException", plan.Lines);
        Assert.Contains("Item 2 of 2", plan.Lines);
        Assert.DoesNotContain("secret", plan.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', plan.Output);
    }
}
