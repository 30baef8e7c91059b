using System.Text.Json.Nodes;
using DynamoGen.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.Cdk;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.EventSources;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.CommandLine.Tests.Infrastructure;
using IssueTracker;
using Microsoft.Extensions.DependencyInjection;
using Northwind;

namespace DynamoGen.Cdk.Tests;

/// <summary>The construct of <c>schema cdk</c> compiles, and the CDK makes of it the template that <c>schema cloudformation</c> writes.</summary>
public sealed class StackTests
{
    [Theory]
    [InlineData("Northwind")]
    [InlineData("IssueTracker")]
    public async Task The_stack_of_a_sample_is_its_template(string sample)
    {
        string[] options = ["--dashboard", "shop", "--access", "--alarm-action", "arn:aws:sns:eu-west-1:123456789012:ops"];

        var synthesised = SynthesisedStack.Of(await WriteAsync(sample, ["schema", "cdk", .. options]));

        var expected = SynthesisedStack.Parse(await WriteAsync(sample, ["schema", "cloudformation", .. options]));
        Same(expected, synthesised);
        Assert.Contains("AWS::IAM::ManagedPolicy", Types(synthesised));
        Assert.Contains("AWS::CloudWatch::Dashboard", Types(synthesised));
    }

    [Fact]
    public void The_stack_of_every_design_is_its_template()
    {
        var ids = new ResourceIds();
        var topic = new TextValue("arn:aws:sns:eu-west-1:123456789012:ops");
        List<Resource> resources = [.. Designs.All.SelectMany(table => TableResources.Of(table, ids))];
        var function = LambdaFunction.Of(new ParameterValue("OrderEventsFunction", "What the order events feed."));
        var events = new EventSource("order-events", Schema: null, Designs.OnDemand.Name, resources[0].Id, function)
        {
            MaxRetryAttempts = 10,
            FailureDestination = topic,
        };
        resources.AddRange([events.ToResource(ids), IteratorAge.Of(events, [topic.Text], ids), Dashboard.Of(Designs.All, "shop", ids)]);
        resources.AddRange(Designs.All.SelectMany(table => TableAlarms.Of(table, [topic.Text], ids)));

        var synthesised = SynthesisedStack.Of(CdkForm.Of(resources, "Infrastructure", "DeclaredTables"));

        Same(SynthesisedStack.Parse(CloudFormationForm.Of(resources)), synthesised);
        Assert.Equal(resources.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal), Types(synthesised));
    }

    private static void Same(JsonObject expected, JsonObject synthesised)
    {
        Assert.Equal(Ids(expected["Parameters"]), Ids(synthesised["Parameters"]));
        Assert.Equal(Ids(expected["Resources"]), Ids(synthesised["Resources"]));
        Assert.All(expected["Resources"]!.AsObject(), resource => Assert.Equal(
            resource.Value!.ToJsonString(), synthesised["Resources"]![resource.Key]!.ToJsonString()));
        Assert.Equal(expected["Parameters"]?.ToJsonString(), synthesised["Parameters"]?.ToJsonString());
    }

    private static IEnumerable<string> Ids(JsonNode? entries) => entries?.AsObject().Select(entry => entry.Key) ?? [];

    private static IEnumerable<string> Types(JsonObject template) =>
        template["Resources"]!.AsObject().Select(resource => (string)resource.Value!["Type"]!).Distinct().Order(StringComparer.Ordinal);

    private static async Task<string> WriteAsync(string sample, string[] verb)
    {
        var (nowhere, services) = (new Uri("http://127.0.0.1:1"), new ServiceCollection());
        _ = sample == "Northwind" ? services.AddNorthwind(nowhere) : services.AddIssueTracker(nowhere);
        await using var provider = services.BuildServiceProvider();
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandRunner.RunAsync(new CommandSession(provider, output, error), verb, TestContext.Current.CancellationToken);
        Assert.Equal((0, string.Empty), (code, error.ToString()));
        return output.ToString();
    }
}
