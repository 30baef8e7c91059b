using System.Text.Json.Nodes;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>What an update would do is told to people and to pipelines, which stop at an exit code.</summary>
public sealed class DiffVerbTests(VerbServer server)
{
    [Fact]
    public async Task Nothing_differs_from_what_was_written_before()
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var result = await DiffAsync(host, _ => { });

        Assert.Equal((0, "Nothing differs.", string.Empty), (result.Code, result.Output.Trim(), result.Error));
    }

    [Fact]
    public async Task What_replaces_a_table_is_told_first_and_ends_with_a_code_of_its_own()
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var result = await DiffAsync(host, Rename);
        var json = await DiffAsync(host, Rename, "--json");

        Assert.Equal((3, string.Empty), (result.Code, result.Error));
        Assert.StartsWith("REPLACES ShopTable.TableName", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Do not deploy.", result.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(3, json.Code);
        var line = JsonNode.Parse(Assert.Single(json.Lines))!;
        Assert.Equal(
            ("Replaces", "ShopTable", "AWS::DynamoDB::Table", "TableName", "before"),
            ((string?)line["effect"], (string?)line["resource"], (string?)line["type"], (string?)line["property"], (string?)line["old"]));

        static void Rename(JsonNode template) => template["Resources"]!["ShopTable"]!["Properties"]!["TableName"] = "before";
    }

    [Fact]
    public async Task Several_updates_and_changes_in_place_have_codes_too()
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var several = await DiffAsync(host, template => template["Resources"]!["ShopTable"]!["Properties"]!["GlobalSecondaryIndexes"] = new JsonArray(
            new JsonObject { ["IndexName"] = "a" }, new JsonObject { ["IndexName"] = "b" }));
        var inPlace = await DiffAsync(host, template => template["Resources"]!["ShopTable"]!["Properties"]!["BillingMode"] = "PROVISIONED");

        Assert.Equal(4, several.Code);
        Assert.Equal(0, inPlace.Code);
        Assert.Contains("\"PROVISIONED\"", inPlace.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_of_get_template_is_a_template_and_a_text_is_none()
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        var answer = await DiffAsync(host, template =>
        {
            var body = template.DeepClone();
            template.AsObject().Clear();
            template["TemplateBody"] = body;
        });
        var none = await DiffAsync(host, template => template.AsObject().Clear());

        Assert.Equal(0, answer.Code);
        Assert.Equal((1, string.Empty), (none.Code, none.Output));
        Assert.Contains("is no template", none.Error, StringComparison.Ordinal);
    }

    private static async Task<VerbResult> DiffAsync(VerbHost host, Action<JsonNode> change, params string[] options)
    {
        var template = JsonNode.Parse((await host.RunAsync("schema cloudformation")).Output)!;
        change(template);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, template.ToJsonString(), TestContext.Current.CancellationToken);
            return await host.RunAsync(["schema", "diff", "--against", file, .. options]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
