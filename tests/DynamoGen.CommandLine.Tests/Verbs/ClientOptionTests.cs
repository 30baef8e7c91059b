using System.Text.Json.Nodes;
using DynamoGen.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>Infrastructure is written of one client's repositories and handlers, those of the one without a name by default.</summary>
public sealed class ClientOptionTests(VerbServer server)
{
    [Fact]
    public async Task Tables_and_handlers_are_those_of_the_client_by_its_names()
    {
        await using var host = await CreateAsync();

        Assert.Equal(["ShopTable"], Tables(await host.RunAsync("schema cloudformation --no-alarms")));
        var archive = await host.RunAsync("schema cloudformation --no-alarms --client archive");
        Assert.Equal(["FailedRecordsTable", "OldNotesTable"], Tables(archive).Order());
        Assert.Equal("archive-old-notes", (string?)JsonNode.Parse(archive.Output)!["Resources"]!["OldNotesTable"]!["Properties"]!["TableName"]);
    }

    [Fact]
    public async Task Policies_and_requests_are_those_of_the_client()
    {
        await using var host = await CreateAsync();

        Assert.Equal(
            [typeof(IOldNotes).FullName!],
            JsonNode.Parse((await host.RunAsync("schema iam --client archive")).Output)!.AsObject().Select(policy => policy.Key));
        Assert.Contains("archive-old-notes", (await host.RunAsync("schema create-table --client archive --table old-notes")).Output, StringComparison.Ordinal);
        Assert.Contains("archive-old-notes", (await host.RunAsync("schema terraform --client archive")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_not_registered_is_answered_by_those_that_are()
    {
        await using var host = await CreateAsync();

        var result = await host.RunAsync("schema iam --client none");

        Assert.Equal((1, string.Empty), (result.Code, result.Output));
        Assert.Equal("No client is named 'none'. There are: archive.", result.Error.Trim());
    }

    private Task<VerbHost> CreateAsync() => VerbHost.CreateAsync(server, builder => builder.Services
        .AddDynamoGen("archive", options =>
        {
            options.ServiceUrl = server.Endpoint;
            options.TableNamePrefix = "archive-";
        })
        .AddRepository<IOldNotes>()
        .AddStreamHandler<OldNotes>("keeper", _ => new ScriptedHandler(), options => options.KeepsFailedRecords = true));

    private static IEnumerable<string> Tables(VerbResult result)
    {
        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        return JsonNode.Parse(result.Output)!["Resources"]!.AsObject().Select(resource => resource.Key);
    }
}
