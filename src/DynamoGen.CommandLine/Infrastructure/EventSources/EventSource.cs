using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Lambda;

namespace DynamoGen.CommandLine.Infrastructure.EventSources;

/// <summary>
/// Feeds a function of AWS Lambda from a table's change stream:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-eventsourcemapping.html">an event source mapping</see>.
/// </summary>
/// <param name="Handler">The name of the handler that the function runs.</param>
/// <param name="Schema">What it handles; null for one that takes every record.</param>
/// <param name="TableName">The table's name, with any prefix.</param>
/// <param name="TableId">The id of the table's resource.</param>
/// <param name="Function">The function.</param>
internal sealed record EventSource(string Handler, StreamHandlerSchema? Schema, string TableName, string TableId, LambdaFunction Function)
{
    public const string Type = "AWS::Lambda::EventSourceMapping";

    /// <summary>How often a failed record is tried again; without a bound, one would hold up its shard until it is 24 hours old.</summary>
    public long MaxRetryAttempts { get; init; }

    /// <summary>The ARN of what is told where the records are that were given up.</summary>
    public required Value FailureDestination { get; init; }

    public Resource ToResource(ResourceIds ids) => new(ids.Take(Handler, "Events"), Type, new BlockBuilder
    {
        { "EventSourceArn", new StreamArnValue(TableId) },
        { "FunctionName", Function.Identifier },
        { "StartingPosition", "TRIM_HORIZON" },
        { "FilterCriteria", Filter() },
        { "FunctionResponseTypes", new ListValue([new TextValue("ReportBatchItemFailures")]) },

        // It halves batches only where the function fails as a whole, such as by a record that ends the process.
        { "BisectBatchOnFunctionError", true },
        { "MaximumRetryAttempts", MaxRetryAttempts },
        {
            "DestinationConfig",
            new BlockBuilder { { "OnFailure", new BlockBuilder { { "Destination", FailureDestination } }.Build() } }.Build()
        },
    }.Build());

    private BlockValue? Filter() => Schema is null || EventFilter.Of(Schema) is not { } json ? null : new BlockBuilder
    {
        {
            "Filters",
            new ListValue([.. JsonNode.Parse(json)!["Filters"]!.AsArray()
                .Select(filter => new BlockBuilder { { "Pattern", (string)filter!["Pattern"]! } }.Build())])
        },
    }.Build();
}
