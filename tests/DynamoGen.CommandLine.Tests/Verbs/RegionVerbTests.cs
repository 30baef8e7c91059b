using System.Text.Json;
using DynamoGen.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>The verbs about tables that one region writes. All regions are one server here, as if all had arrived, but one that does not answer.</summary>
public sealed class RegionVerbTests(VerbServer server)
{
    private async Task<VerbHost> CreateAsync(string? silent = null)
    {
        var host = await VerbHost.CreateAsync(server, builder =>
        {
            builder.AddRegion("us-east-1").AddRegion("eu-west-1").AddRepository<ITills>();
            if (silent is not null)
            {
                builder.AddRegion(silent, options => (options.ServiceUrl, options.MaxErrorRetry) = ("http://127.0.0.1:1", 0));
            }

            builder.Services.Configure<DynamoGenOptions>(static options => options.Region = "us-east-1");
        });
        await host.Get<TableProvisioner>().EnsureCreatedAsync<TillTable>(TestContext.Current.CancellationToken);
        return host;
    }

    [Fact]
    public async Task The_status_is_what_each_region_says_or_why_it_does_not_answer()
    {
        await using var host = await CreateAsync(silent: "ap-southeast-1");

        var json = await host.RunAsync("regions status tills --json");

        Assert.Equal(1, json.Code);
        Assert.StartsWith("""{"region":"ap-southeast-1","writer":null,"epoch":null,"since":null,"noAnswer":""", json.Lines[0], StringComparison.Ordinal);
        Assert.Equal("""{"region":"eu-west-1","writer":"us-east-1","epoch":0,"since":null,"noAnswer":null}""", json.Lines[1]);
        Assert.Equal("""{"region":"us-east-1","writer":"us-east-1","epoch":0,"since":null,"noAnswer":null}""", json.Lines[2]);
    }

    [Fact]
    public async Task A_failover_tells_what_is_at_stake_and_is_made_where_it_is_meant()
    {
        await using var host = await CreateAsync();

        var asked = await host.RunAsync("regions failover tills eu-west-1");
        Assert.Equal((1, "us-east-1"), (asked.Code, await WriterAsync(host)));
        Assert.Contains("With --yes, eu-west-1 takes over.", asked.Error, StringComparison.Ordinal);

        var done = await host.RunAsync("regions failover tills eu-west-1 --yes");
        Assert.Equal((0, "eu-west-1"), (done.Code, await WriterAsync(host)));
        Assert.Matches(@"^Region +Writer +Failovers +Since", done.Lines[0]);
        Assert.Contains(done.Lines, line => line.StartsWith("us-east-1", StringComparison.Ordinal) && line.Contains(" eu-west-1 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_drill_goes_there_and_back()
    {
        await using var host = await CreateAsync();

        var drill = await host.RunAsync("regions drill tills eu-west-1 --json");

        Assert.Equal((0, string.Empty), (drill.Code, drill.Error));
        Assert.Equal(
            ["fail over eu-west-1", "verify eu-west-1", "go back us-east-1", "verify us-east-1"],
            drill.Lines.Select(line => JsonDocument.Parse(line).RootElement).Select(step => $"{step.GetProperty("step")} {step.GetProperty("writer")}"));
        Assert.All(drill.Lines, line => Assert.Contains("\"holds\":true", line, StringComparison.Ordinal));
        Assert.Equal("us-east-1", await WriterAsync(host));
    }

    [Fact]
    public async Task A_drill_in_which_a_region_does_not_hear_goes_back_and_fails()
    {
        await using var host = await CreateAsync(silent: "ap-southeast-1");

        var drill = await host.RunAsync("regions drill tills eu-west-1 --within 1 --json");

        Assert.Equal((1, 4), (drill.Code, drill.Lines.Length));
        Assert.Contains("\"holds\":false", drill.Lines[1], StringComparison.Ordinal);
        Assert.EndsWith("\"missing\":[\"ap-southeast-1\"]}", drill.Lines[1], StringComparison.Ordinal);
        Assert.Equal("us-east-1", await WriterAsync(host));
    }

    [Fact]
    public async Task A_drill_tells_people_of_each_step_as_it_begins()
    {
        await using var host = await CreateAsync();

        var drill = await host.RunAsync("regions drill tills eu-west-1 --within 7");

        Assert.Equal(
            [
                "eu-west-1 takes over the writes of 'tills'.", "Each region has to hear of it within 7 s.",
                "us-east-1 takes over the writes of 'tills'.", "Each region has to hear of it within 7 s.",
            ],
            drill.Lines.Take(4).Select(static line => line.TrimEnd()));
        Assert.Matches(@"^Step +Writer +Holds +Seconds +Missing", drill.Lines[4]);
    }

    [Theory]
    [InlineData("regions status nothing", "There are: ")]
    [InlineData("regions status shop", "'shop' is not marked with [OneRegion]")]
    [InlineData("regions failover tills us-west-2 --yes", "There is no client for us-west-2")]
    [InlineData("regions drill tills us-east-1", "us-east-1 writes 'tills' already")]
    public async Task What_cannot_be_done_is_told(string verb, string reason)
    {
        await using var host = await CreateAsync();

        var refused = await host.RunAsync(verb);

        Assert.Equal(1, refused.Code);
        Assert.Contains(reason, refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regions status")]
    [InlineData("regions failover tills")]
    [InlineData("regions drill tills eu-west-1 --within 0")]
    public async Task Wrong_arguments_end_with_2(string verb)
    {
        await using var host = await CreateAsync();

        Assert.Equal(2, (await host.RunAsync(verb)).Code);
    }

    /// <summary>The writer that all regions which answer agree about.</summary>
    private static async Task<string> WriterAsync(VerbHost host) => Assert.Single(
        (await host.RunAsync("regions status tills --json")).Lines
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("writer").GetString()).OfType<string>().Distinct());
}
