using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Migrations.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>A migration is run by its verbs.</summary>
public sealed class MigrateVerbTests(VerbServer server)
{
    private static readonly OldNote Poison = new("2", "poison");

    [Fact]
    public async Task A_migration_is_run_back_and_forth_and_to_its_end()
    {
        await using var host = await NoteHost.CreateAsync(server, new OldNote("1", "text"));

        var run = await host.RunAsync("migrate run");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Matches("^[A-Za-z]+: [0-9]+ of [0-9]+ segments, ", run.Lines[0]);
        Assert.Contains(run.Lines, line => line.StartsWith("NoteMigration", StringComparison.Ordinal) && line.Contains("ShadowRead", StringComparison.Ordinal));
        Assert.Equal("text", (await NoteHost.Plain<INotes>(host).Get("1"))!.Body);

        Assert.Equal("Cutover", await PhaseAsync(host, "migrate advance --json"));
        Assert.Equal("ShadowRead", await PhaseAsync(host, "migrate rollback --json"));
        Assert.Equal("Expand", await PhaseAsync(host, "migrate rollback --to expand --json"));
        Assert.Equal("Cutover", await PhaseAsync(host, "migrate run --until Cutover --json"));

        var refused = await host.RunAsync("migrate advance");
        Assert.Equal((1, string.Empty), (refused.Code, refused.Output));
        Assert.Contains("--yes", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await host.RunAsync("migrate run --until Done")).Code);
        Assert.Equal("Cutover", await PhaseAsync(host, "migrate status --json"));

        Assert.Equal("Contract", await PhaseAsync(host, "migrate advance --yes --json"));
        Assert.StartsWith("NoteMigration cannot go back", (await host.RunAsync("migrate rollback")).Error, StringComparison.Ordinal);
        Assert.Equal("Done", await PhaseAsync(host, "migrate run --until Done --json"));
        Assert.Equal("NoteMigration is done.", (await host.RunAsync("migrate advance")).Error.Trim());
    }

    [Fact]
    public async Task Old_and_new_items_are_compared()
    {
        await using var host = await NoteHost.CreateAsync(server, new OldNote("1", "text"), new OldNote("2", "more"));
        var early = await host.RunAsync("migrate verify");
        Assert.Equal(1, early.Code);
        Assert.StartsWith("NoteMigration is in NotStarted, in which not both items are written", early.Error, StringComparison.Ordinal);

        await host.RunAsync("migrate run");
        var same = await host.RunAsync("migrate verify --json");
        Assert.Equal((0, string.Empty), (same.Code, same.Error));
        Assert.Equal(
            ["""{"migration":"NoteMigration","phase":"ShadowRead","agrees":true,"oldItems":2,"newItems":2,"lost":0,"stale":0,"resurrected":0,"failed":0,"examples":[]}"""],
            same.Lines);

        await NoteHost.PutAsync(host, new OldNote("1", "behind its back"));
        var different = await host.RunAsync("migrate verify");
        Assert.Equal(1, different.Code);
        Assert.Matches("^NoteMigration +ShadowRead +2 +2 +0 +1 +0 +0$", different.Lines[1]);
        Assert.Matches("^Stale +[0-9a-f]{32}$", different.Lines[^1]);
    }

    [Fact]
    public async Task Without_a_backward_function_there_is_no_way_back_behind_the_shadow_reads()
    {
        await using var host = await NoteHost.CreateOneWayAsync(server);
        Assert.Equal("ShadowRead", await PhaseAsync(host, "migrate run --json"));

        Assert.Equal(1, (await host.RunAsync("migrate run --until Cutover")).Code);
        Assert.Equal(1, (await host.RunAsync("migrate advance")).Code);
        Assert.Equal("ShadowRead", await PhaseAsync(host, "migrate status --json"));
        Assert.Equal("Contract", await PhaseAsync(host, "migrate run --until Cutover --yes --json"));
    }

    [Fact]
    public async Task The_state_is_told_with_its_processes()
    {
        await using var host = await NoteHost.CreateAsync(server, new OldNote("1", "text"));

        var first = await host.RunAsync("migrate status --json");
        Assert.Equal(
            """{"migration":"NoteMigration","phase":"NotStarted","version":0,"attempt":0,"since":null,"writesPaused":false,"hasOutbox":false,"""
            + "\"segments\":0,\"segmentsDone\":0,\"copied\":0,\"unsettled\":0,\"failed\":0,"
            + "\"processes\":[],\"shadowReads\":[],\"readPace\":{\"unitsPerSecond\":null,\"isThrottled\":false},"
            + "\"writePace\":{\"unitsPerSecond\":1000,\"isThrottled\":false}}",
            Assert.Single(first.Lines));

        Assert.Equal(0, (await host.RunAsync("migrate run --until Backfill")).Code);
        await RegisterAsync(host, acknowledged: 1);
        var table = await host.RunAsync("migrate status");
        Assert.Matches("^NoteMigration +Backfill +[-0-9:Z ]+ 2 of 2 +1 +0 +0$", table.Lines[1]);
        Assert.Contains(table.Lines, line => line.StartsWith("Process", StringComparison.Ordinal));
        Assert.Matches("^silent +an earlier phase$", table.Lines[^1]);
    }

    [Fact]
    public async Task Items_that_were_put_aside_are_tried_again()
    {
        await using var host = await NoteHost.CreateAsync(server, new OldNote("1", "text"), Poison);

        Assert.Equal(0, (await host.RunAsync("migrate run --until Backfill")).Code);
        Assert.Contains("Settle", (await host.RunAsync("migrate resume-poison")).Error, StringComparison.Ordinal);
        var stopped = await host.RunAsync("migrate run");
        Assert.Equal(1, stopped.Code);
        Assert.StartsWith("NoteMigration stopped, because 1 items cannot be copied", stopped.Error, StringComparison.Ordinal);

        var left = await host.RunAsync("migrate resume-poison --json");
        Assert.Equal(1, left.Code);
        Assert.Equal(
            ["""{"migration":"NoteMigration","copied":0,"left":1,"reasons":[{"reason":"System.InvalidOperationException","count":1}]}"""], left.Lines);
        var text = await host.RunAsync("migrate resume-poison");
        Assert.Matches("^1 +System.InvalidOperationException$", text.Lines[^1]);

        await NoteHost.PutAsync(host, Poison with { Text = "mended" });
        var mended = await host.RunAsync("migrate resume-poison");
        Assert.Equal(0, mended.Code);
        Assert.Matches("^NoteMigration +1 +0$", mended.Lines[1]);
        Assert.Equal("ShadowRead", await PhaseAsync(host, "migrate run --json"));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_leaves_the_fleet_and_can_be_run_again()
    {
        await using var host = await NoteHost.CreateAsync(server, new OldNote("1", "text"));
        await RegisterAsync(host, acknowledged: -1);
        using var cancelling = new CancellationTokenSource();
        var run = host.RunAsync("migrate run --json", cancelling.Token);
        while ((await Runner(host).GetProgressAsync(TestContext.Current.CancellationToken)).Instances.Count < 2)
        {
            Assert.False(run.IsCompleted);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await cancelling.CancelAsync();

        var stopped = await run;
        Assert.Equal((130, "Stopped."), (stopped.Code, stopped.Error.Trim()));
        Assert.All(stopped.Lines, line => Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(line).RootElement.GetProperty("etaSeconds").ValueKind));
        Assert.Single((await Runner(host).GetProgressAsync(TestContext.Current.CancellationToken)).Instances);
        await UnregisterAsync(host);
        Assert.Equal("ShadowRead", await PhaseAsync(host, "migrate run --json"));
    }

    [Theory]
    [InlineData("migrate run --until Later", "--until must be a phase: NotStarted, Expand")]
    [InlineData("migrate run --until 3", "--until must be a phase")]
    [InlineData("migrate rollback --to", "--help")]
    [InlineData("migrate plan --dry-run 0", "from 1 to 1000")]
    [InlineData("migrate plan --processes many", "from 1 to")]
    [InlineData("migrate", "--help")]
    public async Task Wrong_arguments_are_told(string verb, string error)
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var result = await host.RunAsync(verb);

        Assert.Equal((2, string.Empty), (result.Code, result.Output));
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_migration_must_be_clear()
    {
        await using var none = await VerbHost.CreateAsync(server, _ => { });
        await using var several = await VerbHost.CreateAsync(server, builder => builder
            .AddMigration<NoteMigration, IOldNotes, INotes>(NoteHost.Configure)
            .AddMigration<OneWayMigration, IOldNotes, INotes>(NoteHost.Configure));
        await using var one = await NoteHost.CreateAsync(server);

        Assert.Equal("The application registers no migration; AddMigration does.", (await none.RunAsync("migrate status")).Error.Trim());
        Assert.Equal(
            "The application registers several migrations; --name tells which one. There are: NoteMigration, OneWayMigration.",
            (await several.RunAsync("migrate status")).Error.Trim());
        Assert.Equal("No migration is named 'x'. There are: NoteMigration.", (await one.RunAsync("migrate status --name x")).Error.Trim());
        Assert.Equal("NotStarted", await PhaseAsync(one, "migrate status --name NoteMigration --json"));
        Assert.Equal("NoteMigration is in the phase NotStarted, before Settle.", (await one.RunAsync("migrate rollback --to Settle")).Error.Trim());
    }

    /// <summary>Registers a process that gives no sign of life.</summary>
    private static Task RegisterAsync(VerbHost host, int acknowledged) => host.Get<IAmazonDynamoDB>().PutItemAsync(
        host.Get<DynamoGenOptions>().TableNamePrefix + "migrations",
        new()
        {
            ["pk"] = new AttributeValue("NoteMigration#FLEET"),
            ["sk"] = new AttributeValue("silent"),
            ["version"] = new AttributeValue { N = "1" },
            ["acknowledged"] = new AttributeValue { N = $"{acknowledged}" },
        },
        TestContext.Current.CancellationToken);

    private static Task UnregisterAsync(VerbHost host) => host.Get<IAmazonDynamoDB>().DeleteItemAsync(
        host.Get<DynamoGenOptions>().TableNamePrefix + "migrations",
        new() { ["pk"] = new AttributeValue("NoteMigration#FLEET"), ["sk"] = new AttributeValue("silent") },
        TestContext.Current.CancellationToken);

    private static MigrationRunner Runner(VerbHost host) => host.App.Services.GetRequiredKeyedService<MigrationRunner>(nameof(NoteMigration));

    /// <summary>The phase of the last line of a verb that succeeds.</summary>
    private static async Task<string?> PhaseAsync(VerbHost host, string verb)
    {
        var result = await host.RunAsync(verb);
        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        return JsonDocument.Parse(result.Lines[^1]).RootElement.GetProperty("phase").GetString();
    }
}
