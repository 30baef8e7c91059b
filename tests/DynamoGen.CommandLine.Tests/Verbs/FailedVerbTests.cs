using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Streams.Failures;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>Failed records are listed, fed again and discarded.</summary>
public sealed class FailedVerbTests(VerbServer server)
{
    [Fact]
    public async Task Failed_records_are_listed_without_values_unless_keys_are_asked_for()
    {
        await using var host = await CreateAsync(new ScriptedHandler());
        await host.PutAsideAsync("h", "b1", "a2");

        var json = await host.RunAsync("streams failed list --handler h --json");
        Assert.Equal(0, json.Code);
        Assert.Matches(
            """^\{"handler":"h","sequenceNumber":"1","kind":"Inserted","failedAt":"[^"]+","attempts":1,"reason":"System\.[A-Za-z]+","message":null\}$""",
            json.Lines[0]);
        Assert.Equal(2, json.Lines.Length);
        Assert.DoesNotContain("secret", json.Output, StringComparison.Ordinal);

        var keys = await host.RunAsync("streams failed list --keys --json --limit 1");
        Assert.Matches("\"keys\":\\{\"pk\":\\{\"S\":\"b\"\\} ?\\}", Assert.Single(keys.Lines));
        Assert.Equal(3, (await host.RunAsync("streams failed list")).Lines.Length);
    }

    [Fact]
    public async Task A_replay_feeds_the_oldest_ones_and_ends_with_1_while_some_fail()
    {
        var handler = new ScriptedHandler();
        handler.Refused.Add("a");
        await using var host = await CreateAsync(handler);
        await host.PutAsideAsync("h", "a1", "b2", "a3", "b4", "c5");

        var dry = await host.RunAsync("streams failed replay --handler h --dry-run --json");
        Assert.Equal((0, 5), (dry.Code, dry.Lines.Length));
        Assert.Empty(handler.Handled);

        var limited = await host.RunAsync("streams failed replay --handler h --limit 4 --json");
        Assert.Equal(1, limited.Code);
        Assert.Equal(["""{"handler":"h","handled":2,"outdated":0,"failed":2}"""], limited.Lines);
        Assert.Equal(["2", "4"], handler.Handled);

        handler.Refused.Clear();
        var rest = await host.RunAsync("streams failed replay --handler h");
        Assert.Equal(0, rest.Code);
        Assert.Matches("^h +3 +0 +0$", rest.Lines[1]);
        Assert.Empty(await host.Failures().ReadAsync("h").ToListAsync());
    }

    [Fact]
    public async Task One_record_is_discarded_and_one_that_is_not_there_is_told()
    {
        await using var host = await CreateAsync(new ScriptedHandler());
        await host.PutAsideAsync("h", "a1", "a12");

        var discarded = await host.RunAsync("streams failed discard --handler h --sequence-number 1 --json");
        Assert.Equal(0, discarded.Code);
        Assert.Contains("\"sequenceNumber\":\"1\"", Assert.Single(discarded.Lines), StringComparison.Ordinal);
        Assert.Equal("12", Assert.Single(await host.Failures().ReadAsync("h").ToListAsync()).Record.Change.SequenceNumber.ToString());

        var again = await host.RunAsync("streams failed discard --handler h --sequence-number 1");
        Assert.Equal((1, string.Empty), (again.Code, again.Output));
        Assert.Equal("Handler 'h' has no failed record of the sequence number 1.", again.Error.Trim());
    }

    [Theory]
    [InlineData("streams failed list --handler x", "No stream handler is named 'x'. There are: h, plain.")]
    [InlineData("streams failed replay --handler plain", "Handler 'plain' puts no failed records aside: it is registered without KeepsFailedRecords.")]
    public async Task What_cannot_be_done_is_told_and_ends_with_1(string verb, string message)
    {
        await using var host = await CreateAsync(new ScriptedHandler());

        var result = await host.RunAsync(verb);

        Assert.Equal((1, string.Empty, message), (result.Code, result.Output, result.Error.Trim()));
    }

    [Fact]
    public async Task A_missing_table_is_told_by_DynamoDBs_code()
    {
        await using var host = await CreateAsync(new ScriptedHandler());
        await host.Get<IAmazonDynamoDB>().DeleteTableAsync(host.Get<DynamoGenOptions>().TableName(FailedRecordTable.Table));

        var result = await host.RunAsync("streams failed list");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("ResourceNotFoundException: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_is_stopped_ends_with_130()
    {
        await using var host = await CreateAsync(new ScriptedHandler());
        await host.PutAsideAsync("h", "a1");

        var result = await host.RunAsync("streams failed replay --handler h", new CancellationToken(canceled: true));

        Assert.Equal((130, string.Empty, "Stopped."), (result.Code, result.Output, result.Error.Trim()));
        Assert.Single(await host.Failures().ReadAsync("h").ToListAsync());
    }

    private Task<VerbHost> CreateAsync(ScriptedHandler handler) => VerbHost.CreateAsync(server, builder => builder
        .AddStreamHandler<ShopTable>("h", _ => handler, options => options.KeepsFailedRecords = true)
        .AddStreamHandler<ShopTable>("plain", _ => handler));
}
