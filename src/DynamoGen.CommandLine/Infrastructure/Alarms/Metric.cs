using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.Alarms;

/// <summary>
/// A metric of DynamoDB, which exists in minutes. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">metrics and dimensions</see>.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Of what it is.</param>
/// <param name="Statistic">What is taken of a minute's values.</param>
internal sealed record Metric(string Name, IReadOnlyList<(string Name, string Value)> Dimensions, string Statistic = "Sum")
{
    public const string Namespace = "AWS/DynamoDB";

    /// <summary>Whether a percentile is taken.</summary>
    public bool IsPercentile => Statistic.StartsWith('p');

    /// <summary>The dimensions as an alarm has them.</summary>
    public ListValue DimensionList => new([.. Dimensions.Select(dimension => new BlockBuilder
    {
        { "Name", dimension.Name },
        { "Value", dimension.Value },
    }.Build())]);

    /// <summary>The metric as an entry of a dashboard.</summary>
    public ListValue Entry => new(
    [
        Namespace,
        Name,
        .. Dimensions.SelectMany(dimension => new Value[] { dimension.Name, dimension.Value }),
        new BlockBuilder { { "stat", Statistic } }.Build(),
    ]);
}
