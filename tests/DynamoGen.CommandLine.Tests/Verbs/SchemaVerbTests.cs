using System.Text.Json.Nodes;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>The verbs that write infrastructure of what an application has registered.</summary>
public sealed class SchemaVerbTests(VerbServer server)
{
    [Fact]
    public async Task A_template_has_the_registered_tables_by_their_names_and_what_is_asked_for()
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var all = await host.RunAsync("schema cloudformation --dashboard shop --access");
        var tables = await host.RunAsync("schema cloudformation --no-alarms");

        Assert.Equal((0, string.Empty), (all.Code, all.Error));
        var table = Assert.Single(JsonNode.Parse(tables.Output)!["Resources"]!.AsObject());
        Assert.Equal($"{host.Get<DynamoGenOptions>().TableNamePrefix}shop", (string?)table.Value!["Properties"]!["TableName"]);
        var types = JsonNode.Parse(all.Output)!["Resources"]!.AsObject().Select(resource => (string)resource.Value!["Type"]!).ToHashSet();
        Assert.Equal(
            ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::Dashboard", "AWS::DynamoDB::Table", "AWS::IAM::ManagedPolicy"], types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_is_written_in_place_of_the_output()
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });
        var file = Path.GetTempFileName();
        try
        {
            var result = await host.RunAsync(["schema", "terraform", "--out", file]);

            Assert.Equal((0, string.Empty, string.Empty), (result.Code, result.Output, result.Error));
            Assert.StartsWith("terraform {", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("schema iam --repository INone", 1)]
    [InlineData("schema create-table --table none", 1)]
    [InlineData("schema cloudformation --no-alarms --alarm-action arn", 2)]
    [InlineData("schema cloudformation --json", 2)]
    [InlineData("schema cloudformation --function none", 1)]
    [InlineData("schema cloudformation --max-retries 3", 2)]
    [InlineData("schema terraform --client none", 1)]
    [InlineData("schema diff", 2)]
    [InlineData("schema diff --against none.json", 1)]
    public async Task What_cannot_be_is_told(string verb, int code)
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var result = await host.RunAsync(verb);

        Assert.Equal((code, string.Empty), (result.Code, result.Output));
        Assert.NotEmpty(result.Error);
    }
}
