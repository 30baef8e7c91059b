using DynamoGen.Hosting;
using DynamoGen.Streams;
using DynamoGen.Streams.Sinks;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>The list of handlers, and what all verbs have in common.</summary>
public sealed class HandlerVerbTests(VerbServer server)
{
    [Fact]
    public async Task Handlers_and_sinks_are_listed_with_what_they_do_about_failures()
    {
        await using var host = await VerbHost.CreateAsync(server, builder => builder
            .AddStreamSink<ShopTable>("index", _ => new Sink())
            .AddStreamHandler<ShopTable>("alerts", _ => new ScriptedHandler(), options =>
            {
                options.KeepsFailedRecords = true;
                options.UsesFence = true;
                options.Processing.MaxAttempts = 5;
            }));
        var (prefix, failed) = (host.Get<DynamoGenOptions>().TableNamePrefix, host.Failures().TableName);

        var json = await host.RunAsync("streams handlers --json");
        Assert.Equal(0, json.Code);
        Assert.Equal(
        [
            $$"""{"name":"alerts","kind":"handler","table":"{{prefix}}shop","maxAttempts":5,"failedRecords":"{{failed}}","fence":"StreamFence"}""",
            $$"""{"name":"index","kind":"sink","table":"{{prefix}}shop","maxAttempts":3,"failedRecords":null,"fence":null}""",
        ], json.Lines);

        var table = await host.RunAsync("streams handlers");
        Assert.Matches(@"^Name +Kind +Table", table.Lines[0]);
        Assert.Contains(table.Lines, line => line.StartsWith("index", StringComparison.Ordinal) && line.Contains("tries on", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', table.Output);
    }

    [Theory]
    [InlineData("streams")]
    [InlineData("streams unknown")]
    [InlineData("streams handlers --unknown")]
    [InlineData("streams failed replay")]
    [InlineData("streams failed replay --handler h --limit 0")]
    [InlineData("streams failed replay --handler h --limit many")]
    [InlineData("streams failed replay --handler h --limit")]
    [InlineData("streams reconcile --share")]
    [InlineData("streams reconcile --seed x")]
    [InlineData("streams failed discard --handler h --sequence-number x")]
    [InlineData("streams reconcile --share 2")]
    public async Task Wrong_arguments_are_told_and_end_with_2(string verb)
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var result = await host.RunAsync(verb);

        Assert.Equal((2, string.Empty), (result.Code, result.Output));
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_the_verbs()
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var result = await host.RunAsync("streams failed --help");

        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        Assert.Contains("dynamogen streams failed", result.Output, StringComparison.Ordinal);
        Assert.Contains("replay", result.Output, StringComparison.Ordinal);
    }

    private sealed class Sink : IStreamSink
    {
        public int MaxBatchRecords => 10;

        public ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken) => new([]);
    }
}
