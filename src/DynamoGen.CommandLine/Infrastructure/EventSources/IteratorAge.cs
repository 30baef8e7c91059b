using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.EventSources;

/// <summary>
/// The alarm about changes that wait for a function. See
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">metrics of Lambda</see>.
/// </summary>
internal static class IteratorAge
{
    private const string AlarmType = "AWS::CloudWatch::Alarm";
    private const long Milliseconds = 300_000;
    private const long Minutes = 5;
    private const long PeriodInSeconds = 60;

    public static Resource Of(EventSource source, IReadOnlyList<string> actions, ResourceIds ids) =>
        new(ids.Take(source.Handler, "IteratorAge", "Alarm"), AlarmType, new BlockBuilder
        {
            { "AlarmName", $"{source.TableName}-{source.Handler}-IteratorAge" },
            { "AlarmDescription", "Changes wait for 5 minutes: the function fails or is too slow. A change is lost when it is 24 hours old." },
            { "AlarmActions", actions.Count == 0 ? null : new ListValue([.. actions.Select(action => new TextValue(action))]) },
            { "Namespace", "AWS/Lambda" },
            { "MetricName", "IteratorAge" },
            {
                "Dimensions",
                new ListValue([new BlockBuilder { { "Name", "FunctionName" }, { "Value", source.Function.Name } }.Build()])
            },
            { "Statistic", "Maximum" },
            { "Period", PeriodInSeconds },
            { "ComparisonOperator", "GreaterThanOrEqualToThreshold" },
            { "Threshold", Milliseconds },
            { "DatapointsToAlarm", Minutes },
            { "EvaluationPeriods", Minutes },
            { "TreatMissingData", "notBreaching" },
        }.Build());
}
