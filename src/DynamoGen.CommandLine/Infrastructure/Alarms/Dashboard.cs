using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;

namespace DynamoGen.CommandLine.Infrastructure.Alarms;

/// <summary>
/// A dashboard of all tables. See
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html">its body</see>.
/// </summary>
internal static class Dashboard
{
    public const string Type = "AWS::CloudWatch::Dashboard";

    private const int Columns = 3;
    private const int Width = 8;
    private const int Height = 6;

    public static Resource Of(IReadOnlyList<DeclaredTable> tables, string name, ResourceIds ids)
    {
        List<Value> widgets = [];
        var y = 0;
        foreach (var table in tables)
        {
            widgets.Add(Heading(table.Name, y));
            y++;
            var charts = Charts(table).Where(chart => chart.Metrics.Count > 0).ToList();
            widgets.AddRange(charts.Select((chart, i) => Chart(chart.Title, chart.Metrics, i % Columns * Width, y + (i / Columns * Height))));
            y += (charts.Count + Columns - 1) / Columns * Height;
        }

        return new Resource(ids.Take(name, "Dashboard"), Type, new BlockBuilder
        {
            { "DashboardName", name },
            { "DashboardBody", new JsonValue(new BlockBuilder { { "widgets", new ListValue(widgets) } }.Build()) },
        }.Build());
    }

    private static IEnumerable<(string Title, IReadOnlyList<Metric> Metrics)> Charts(DeclaredTable table)
    {
        var metrics = new TableMetrics(table);
        yield return ("Throttled requests", metrics.ThrottledRequests);
        foreach (var verb in new[] { "Read", "Write" })
        {
            yield return ($"{verb} capacity", [.. metrics.Parts.SelectMany(part => table.Schema.Billing == BillingMode.Provisioned
                ? new[] { metrics.Consumed(verb, part.Index), metrics.Provisioned(verb, part.Index) }
                : [metrics.Consumed(verb, part.Index)])]);
        }

        foreach (var (index, throughput) in metrics.Parts)
        {
            yield return (index is null ? "Throttle events" : $"Throttle events of {index.Name}", [.. metrics.ThrottleEvents(index, throughput)]);
        }

        yield return ("Latency, p99 (ms)", metrics.Latency);
        yield return ("System errors", metrics.SystemErrors);
        yield return ("Conditions and conflicts", [metrics.FailedConditions, metrics.Conflicts]);
        yield return ("Replication latency (ms)", metrics.ReplicationLatency);
    }

    private static BlockValue Heading(string text, int y) => new BlockBuilder
    {
        { "type", "text" },
        { "x", 0 },
        { "y", y },
        { "width", Columns * Width },
        { "height", 1 },
        { "properties", new BlockBuilder { { "markdown", $"## {text}" } }.Build() },
    }.Build();

    private static BlockValue Chart(string title, IReadOnlyList<Metric> metrics, int x, int y) => new BlockBuilder
    {
        { "type", "metric" },
        { "x", x },
        { "y", y },
        { "width", Width },
        { "height", Height },
        {
            "properties",
            new BlockBuilder
            {
                { "title", title },
                { "region", new PlaceValue(Place.Region) },
                { "period", 60 },
                { "view", "timeSeries" },
                { "metrics", new ListValue([.. metrics.Select(metric => metric.Entry)]) },
            }.Build()
        },
    }.Build();
}
