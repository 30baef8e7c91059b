using System.Globalization;
using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.Alarms;

/// <summary>
/// An alarm: <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudwatch-alarm.html">AWS::CloudWatch::Alarm</see>.
/// </summary>
/// <param name="Words">What it is about: the table first, then the index where it is about one, and what is wrong.</param>
/// <param name="Description">What it means, for the one who is woken.</param>
/// <param name="Metrics">What is added up; one for most.</param>
/// <param name="Threshold">The value from which on a minute is bad.</param>
/// <param name="BadMinutes">How many bad minutes make the alarm.</param>
/// <param name="Minutes">Of how many.</param>
internal sealed record Alarm(
    IReadOnlyList<string> Words, string Description, IReadOnlyList<Metric> Metrics, decimal Threshold, int BadMinutes, int Minutes)
{
    public const string Type = "AWS::CloudWatch::Alarm";

    private const int PeriodInSeconds = 60;

    /// <param name="tableName">The table's name with any prefix, which stands first in the alarm's.</param>
    /// <param name="actions">The ARNs of what is told.</param>
    /// <param name="ids">Names resources.</param>
    public Resource ToResource(string tableName, IReadOnlyList<string> actions, ResourceIds ids) => new(ids.Take([.. Words, "Alarm"]), Type, new BlockBuilder
    {
        { "AlarmName", string.Join('-', Words.Skip(1).Prepend(tableName)) },
        { "AlarmDescription", Description },
        { "AlarmActions", actions.Count == 0 ? null : new ListValue([.. actions.Select(action => new TextValue(action))]) },
        { "Namespace", Metrics.Count > 1 ? null : new TextValue(Metric.Namespace) },
        { "MetricName", Metrics.Count > 1 ? null : new TextValue(Metrics[0].Name) },
        { "Dimensions", Metrics.Count > 1 ? null : Metrics[0].DimensionList },
        { "Statistic", Metrics.Count > 1 || Metrics[0].IsPercentile ? null : new TextValue(Metrics[0].Statistic) },
        { "ExtendedStatistic", Metrics.Count > 1 || !Metrics[0].IsPercentile ? null : new TextValue(Metrics[0].Statistic) },
        { "Period", Metrics.Count > 1 ? null : new NumberValue(PeriodInSeconds) },
        { "Metrics", Metrics.Count > 1 ? Sum() : null },
        { "ComparisonOperator", "GreaterThanOrEqualToThreshold" },
        { "Threshold", new NumberValue(Threshold) },
        { "DatapointsToAlarm", BadMinutes },
        { "EvaluationPeriods", Minutes },
        { "TreatMissingData", "notBreaching" },
    }.Build());

    private ListValue Sum() => new(
    [
        new BlockBuilder { { "Id", "total" }, { "Expression", "SUM(METRICS())" }, { "ReturnData", true } }.Build(),
        .. Metrics.Select((metric, i) => new BlockBuilder
        {
            { "Id", "m" + (i + 1).ToString(CultureInfo.InvariantCulture) },
            {
                "MetricStat",
                new BlockBuilder
                {
                    {
                        "Metric",
                        new BlockBuilder { { "Namespace", Metric.Namespace }, { "MetricName", metric.Name }, { "Dimensions", metric.DimensionList } }.Build()
                    },
                    { "Period", PeriodInSeconds },
                    { "Stat", metric.Statistic },
                }.Build()
            },
            { "ReturnData", false },
        }.Build()),
    ]);
}
