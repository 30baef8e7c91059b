using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DynamoGen.CommandLine.Infrastructure.Cdk;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Hosting;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>The construct of the CDK has the classes that the specification names, and says what the template of CloudFormation says.</summary>
public sealed partial class CdkTests(VerbServer server)
{
    [Fact]
    public async Task Blocks_are_of_the_types_that_the_specification_names()
    {
        await using var host = await VerbHost.CreateAsync(server, builder => builder.AddStreamHandler<AccountLog>());
        var events = (await host.RunAsync("schema cloudformation --function account-log --access")).Output;

        var blocks = (await Judge.BlocksAsync(CloudFormationTests.Template(withAlarms: true))).Concat(await Judge.BlocksAsync(events)).Distinct().ToList();

        Assert.InRange(blocks.Count, 30, int.MaxValue);
        Assert.All(blocks, block => Assert.Equal(block.Type, CdkNames.BlockOf(block.Owner, block.Property)));
    }

    [Fact]
    public void Each_resource_stands_with_its_properties_and_waits_for_what_it_needs()
    {
        var ids = new ResourceIds();
        List<Resource> resources = [.. Designs.All.SelectMany(table => TableResources.Of(table, ids))];

        var text = CdkForm.Of(resources, "Shop.Stacks", "Tables");

        Assert.Contains("namespace Shop.Stacks;", text, StringComparison.Ordinal);
        Assert.Equal(
            resources.Select(resource => $"{CdkNames.ClassOf(resource.Type)} {resource.Id}"),
            Made().Matches(text).Select(match => $"{match.Groups["type"].Value} {match.Groups["id"].Value}"));
        var template = JsonNode.Parse(CloudFormationForm.Of(resources))!;
        Assert.Equal(
            Properties(template["Resources"]!.AsObject().Select(resource => resource.Value!["Properties"])).Order(StringComparer.Ordinal),
            Assigned().Matches(text).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.Contains("visitsReadScaling.AddResourceDependency(visitsTable);", text, StringComparison.Ordinal);
        Assert.Contains("ordersTable.ApplyRemovalPolicy(RemovalPolicy.RETAIN);", text, StringComparison.Ordinal);
        Assert.DoesNotContain("visitsTable.ApplyRemovalPolicy", text, StringComparison.Ordinal);
        Assert.Contains("""Value = "${shop} \"%{one}\" \\",""", text, StringComparison.Ordinal);
        Assert.Contains("""Value = "x\u000ay",""", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_streams_places_and_policies_are_expressions()
    {
        await using var host = await VerbHost.CreateAsync(server, builder => builder.AddStreamHandler<AccountLog>());

        var result = await host.RunAsync("schema cdk --function account-log --access --class Shop");

        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        Assert.Contains("public Shop(Construct scope, string id)", result.Output, StringComparison.Ordinal);
        Assert.Contains("var accountLogFunction = new CfnParameter(this, \"AccountLogFunction\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("FunctionName = accountLogFunction.ValueAsString,", result.Output, StringComparison.Ordinal);
        Assert.Contains("EventSourceArn = shopTable.AttrStreamArn,", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"arn:\" + Aws.PARTITION + \":dynamodb:\" + Aws.REGION", result.Output, StringComparison.Ordinal);
        Assert.Contains("PolicyDocument = new Dictionary<string, object>", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--class 1a")]
    [InlineData("--class a.b")]
    [InlineData("--namespace a..b")]
    public async Task What_is_no_name_is_refused(string option)
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });

        Assert.Equal(2, (await host.RunAsync($"schema cdk {option}")).Code);
    }

    private static IEnumerable<string> Properties(IEnumerable<JsonNode?> nodes) => nodes.SelectMany(node => node switch
    {
        JsonObject block => block.Select(property => CdkNames.PropertyOf(property.Key)).Concat(Properties(block.Select(property => property.Value))),
        JsonArray list => Properties(list),
        _ => [],
    });

    [GeneratedRegex("""var \w+ = new (?<type>Cfn\w+)\(this, "(?<id>\w+)",""")]
    private static partial Regex Made();

    [GeneratedRegex(@"^ +(?<name>\w+) = ", RegexOptions.Multiline)]
    private static partial Regex Assigned();
}
