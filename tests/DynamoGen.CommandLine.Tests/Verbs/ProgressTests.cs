using DynamoGen.CommandLine.Migrations;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Runs;
using Spectre.Console;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>How a run is shown while it goes on.</summary>
public sealed class ProgressTests
{
    private static readonly MigrationProgress Begun = new(new MigrationState("m") { Phase = MigrationPhase.Backfill, Version = 2, Attempt = 1 })
    {
        Segments = 64,
        SegmentsDone = 8,
        Copied = 1_000,
    };

    private static readonly MigrationProgress Later = Begun with
    {
        SegmentsDone = 16,
        Copied = 21_000,
        Unsettled = 3,
        Failed = 1,
        Instances = [new("m", "a") { Acknowledged = 2 }, new("m", "b") { Acknowledged = 1 }],
        WritePace = new BackfillPace(500, IsThrottled: true),
    };

    [Fact]
    public void Speed_is_that_since_the_last_look_and_what_is_left_that_since_the_first()
    {
        var speed = CopySpeed.Between((Begun, TimeSpan.Zero), (Begun, TimeSpan.FromSeconds(90)), Later, TimeSpan.FromSeconds(100));

        Assert.Equal(new CopySpeed(2_000, TimeSpan.FromSeconds(600)), speed);
        Assert.Equal(new CopySpeed(null, null), CopySpeed.Between((Begun, TimeSpan.Zero), (Begun, TimeSpan.Zero), Begun, TimeSpan.Zero));
    }

    [Fact]
    public void A_line_tells_all_of_it()
    {
        var line = new StatusLine(Later, new CopySpeed(2_000, TimeSpan.FromSeconds(600)));

        Assert.Equal(
            "Backfill: 16 of 64 segments, 21,000 items copied, 2,000 a second, 0:10:00 left, writes at 500 units a second, throttled, 3 in the ledger, "
            + "1 cannot be copied, waits for 1 of 2 processes",
            ProgressText.Of(line));
    }

    [Fact]
    public async Task A_terminal_shows_a_bar()
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(written),
        });
        console.Profile.Width = 300;

        await ProgressBars.ShowAsync(console, show => show(new StatusLine(Later)));

        Assert.Contains("Backfill: 21,000 items copied", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("25%", written.ToString(), StringComparison.Ordinal);
    }
}
