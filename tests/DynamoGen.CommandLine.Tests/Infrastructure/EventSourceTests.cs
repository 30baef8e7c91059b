using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.EventSources;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.Hosting;
using DynamoGen.Streams.Lambda;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>Functions of AWS Lambda are fed from change streams, in both forms and as the specification has it.</summary>
public sealed class EventSourceTests(VerbServer server)
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:log:live";
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:failed";

    [Fact]
    public async Task A_template_has_the_filter_the_bounds_and_the_alarm_and_holds_against_the_specification()
    {
        await using var host = await CreateAsync();

        var result = await host.RunAsync($"schema cloudformation --function account-log={Function} --function alerts --on-failure {Queue} --max-retries 3");

        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        Assert.Empty(await Judge.FaultsOfTemplateAsync(result.Output));
        var template = JsonNode.Parse(result.Output)!;
        var source = template["Resources"]!["AccountLogEvents"]!["Properties"]!;
        Assert.Equal("""{"Fn::GetAtt":["ShopTable","StreamArn"]}""", source["EventSourceArn"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(EventFilter.Of<AccountLog>()!), source["FilterCriteria"]));
        Assert.Equal((Function, "TRIM_HORIZON", 3, true), (
            (string?)source["FunctionName"],
            (string?)source["StartingPosition"],
            (int)source["MaximumRetryAttempts"]!,
            (bool)source["BisectBatchOnFunctionError"]!));
        Assert.Equal("""["ReportBatchItemFailures"]""", source["FunctionResponseTypes"]!.ToJsonString());
        Assert.Equal(Queue, (string?)source["DestinationConfig"]!["OnFailure"]!["Destination"]);
        var alarm = template["Resources"]!["AccountLogIteratorAgeAlarm"]!["Properties"]!;
        Assert.Equal("""AWS/Lambda IteratorAge [{"Name":"FunctionName","Value":"log"}]""",
            $"{alarm["Namespace"]} {alarm["MetricName"]} {alarm["Dimensions"]!.ToJsonString()}");

        // One that takes every record has no filter, and one whose function is not given has a parameter.
        var other = template["Resources"]!["AlertsEvents"]!["Properties"]!;
        Assert.Null(other["FilterCriteria"]);
        Assert.Equal("""{"Ref":"AlertsFunction"}""", other["FunctionName"]!.ToJsonString());
        Assert.Equal(["AlertsFunction"], template["Parameters"]!.AsObject().Select(parameter => parameter.Key));
    }

    [Fact]
    public async Task Terraform_says_what_CloudFormation_says()
    {
        await using var host = await CreateAsync();
        var template = JsonNode.Parse((await host.RunAsync($"schema cloudformation --function account-log={Function} --function alerts")).Output)!;

        var parsed = await Judge.ParseHclAsync((await host.RunAsync($"schema terraform --function account-log={Function} --function alerts")).Output);

        Assert.Equal(
            ["alerts_function", "failed_records_arn"], parsed["variable"]!.AsObject().Select(variable => variable.Key).Order(StringComparer.Ordinal));
        Assert.Equal("FailedRecordsArn AlertsFunction", string.Join(' ', template["Parameters"]!.AsObject().Select(parameter => parameter.Key)
            .OrderDescending(StringComparer.Ordinal)));
        var (source, block) = (template["Resources"]!["AccountLogEvents"]!["Properties"]!,
            parsed["resource"]!["aws_lambda_event_source_mapping"]!["account_log_events"]![0]!);
        Assert.Equal("${aws_dynamodb_table.shop_table.stream_arn}", (string?)block["event_source_arn"]);
        Assert.Equal("${var.failed_records_arn}", (string?)block["destination_config"]![0]!["on_failure"]![0]!["destination_arn"]);
        Assert.Equal(
            source["FilterCriteria"]!["Filters"]!.AsArray().Select(filter => (string?)filter!["Pattern"]),
            block["filter_criteria"]![0]!["filter"]!.AsArray().Select(filter => (string?)filter!["pattern"]));
        foreach (var (name, label) in new[]
        {
            ("FunctionName", "function_name"), ("StartingPosition", "starting_position"), ("FunctionResponseTypes", "function_response_types"),
            ("BisectBatchOnFunctionError", "bisect_batch_on_function_error"), ("MaximumRetryAttempts", "maximum_retry_attempts"),
        })
        {
            Assert.Equal(source[name]!.ToJsonString(), block[label]!.ToJsonString());
        }

        var alarm = parsed["resource"]!["aws_cloudwatch_metric_alarm"]!["alerts_iterator_age_alarm"]![0]!;
        Assert.Equal("${var.alerts_function}", (string?)alarm["dimensions"]!["FunctionName"]);
    }

    [Theory]
    [InlineData("log", "log")]
    [InlineData("log:live", "log")]
    [InlineData("arn:aws-cn:lambda:cn-north-1:123456789012:function:log", "log")]
    [InlineData(Function, "log")]
    public void A_function_is_known_to_metrics_by_its_name(string text, string name) =>
        Assert.Equal(new TextValue(name), LambdaFunction.Find(text)!.Name);

    [Theory]
    [InlineData("")]
    [InlineData("arn:aws:sqs:eu-west-1:123456789012:failed")]
    [InlineData("a b")]
    public void What_names_no_function_is_refused(string text) => Assert.Null(LambdaFunction.Find(text));

    [Theory]
    [InlineData("--function account-log --function account-log=log")]
    [InlineData("--function account-log=arn:aws:sqs:eu-west-1:123456789012:failed")]
    [InlineData("--function notes")]
    public async Task What_cannot_be_fed_is_told(string options)
    {
        await using var host = await VerbHost.CreateAsync(server, builder => builder
            .AddStreamHandler<AccountLog>().AddStreamHandler<NewNotes>("notes", _ => new ScriptedHandler()));

        var result = await host.RunAsync($"schema cloudformation {options}");

        Assert.Equal((1, string.Empty), (result.Code, result.Output));
        Assert.NotEmpty(result.Error);
    }

    private Task<VerbHost> CreateAsync() => VerbHost.CreateAsync(server, builder => builder
        .AddStreamHandler<AccountLog>().AddStreamHandler<ShopTable>("alerts", _ => new ScriptedHandler()));
}
