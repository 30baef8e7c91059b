using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>Which alarms a table has, with which thresholds, and what the dashboard shows.</summary>
public sealed class AlarmTests
{
    [Fact]
    public void Without_traffic_ten_throttled_requests_in_a_minute_are_an_alarm()
    {
        var alarm = Alarms(Designs.Vectors)["test-vectors-ThrottledRequests"];

        Assert.Equal((10, 1, 1), ((int)alarm["Threshold"]!, (int)alarm["DatapointsToAlarm"]!, (int)alarm["EvaluationPeriods"]!));
        var metrics = alarm["Metrics"]!.AsArray();
        Assert.Equal("SUM(METRICS())", (string?)metrics[0]!["Expression"]);
        Assert.Equal(Enum.GetValues<DynamoOperation>().Length, metrics.Count - 1);
        Assert.InRange(metrics.Count - 1, 1, 10);
        Assert.Equal("""[{"Name":"TableName","Value":"test-vectors"},{"Name":"Operation","Value":"GetItem"}]""",
            metrics[1]!["MetricStat"]!["Metric"]!["Dimensions"]!.ToJsonString());
    }

    [Fact]
    public void Thresholds_come_from_the_declared_traffic()
    {
        var alarms = Alarms(Designs.OnDemand);

        Assert.Equal(144, (decimal)alarms["test-orders-ThrottledRequests"]["Threshold"]!);
        Assert.Equal(120, (decimal)alarms["test-orders-ReadKeyRangeThroughputThrottleEvents"]["Threshold"]!);
        Assert.Equal(2_400, (decimal)alarms["test-orders-ConditionalCheckFailedRequests"]["Threshold"]!);
        Assert.Equal(240, (decimal)alarms["test-orders-TransactionConflict"]["Threshold"]!);
        Assert.Equal(48_000, (decimal)alarms["test-orders-ConsumedReadCapacityUnits"]["Threshold"]!);
        Assert.Equal(480, (decimal)alarms["test-orders-gsi1-ConsumedReadCapacityUnits"]["Threshold"]!);
    }

    [Fact]
    public void Reasons_that_the_capacity_rules_out_have_no_alarm()
    {
        Assert.Equal(
            ["AccountLimit", "KeyRangeThroughput", "MaxOnDemandThroughput"],
            Reasons(Alarms(Designs.OnDemand), "test-orders-Read"));
        Assert.Equal(
            ["AccountLimit", "KeyRangeThroughput", "ProvisionedThroughput"],
            Reasons(Alarms(Designs.Provisioned), "test-visits-by-page-Write"));
        Assert.Equal(["AccountLimit", "KeyRangeThroughput"], Reasons(Alarms(Designs.Vectors), "test-vectors-Write"));
    }

    [Fact]
    public void An_index_is_named_by_its_dimension_and_a_region_by_its_own()
    {
        Assert.Equal("""[{"Name":"TableName","Value":"test-visits"},{"Name":"GlobalSecondaryIndexName","Value":"by-page"}]""",
            Alarms(Designs.Provisioned)["test-visits-by-page-ReadProvisionedThroughputThrottleEvents"]["Dimensions"]!.ToJsonString());
        var replication = Alarms(Designs.Eventual)["test-worldwide-ReplicationLatency-us-east-1"];
        Assert.Equal("""[{"Name":"TableName","Value":"test-worldwide"},{"Name":"ReceivingRegion","Value":"us-east-1"}]""",
            replication["Dimensions"]!.ToJsonString());
        Assert.DoesNotContain(Alarms(Designs.Strong).Keys, name => name.Contains("Replication", StringComparison.Ordinal));
    }

    [Fact]
    public void Latency_is_a_percentile_of_each_operation_that_is_used()
    {
        var alarms = Alarms(Designs.Vectors with { Operations = [DynamoOperation.Query, DynamoOperation.GetItem] });

        var latencies = alarms.Where(alarm => alarm.Key.Contains("Latency", StringComparison.Ordinal)).ToList();
        Assert.Equal(["test-vectors-SuccessfulRequestLatency-GetItem", "test-vectors-SuccessfulRequestLatency-Query"], latencies.Select(alarm => alarm.Key));
        Assert.All(latencies, alarm =>
        {
            Assert.Equal("p99", (string?)alarm.Value["ExtendedStatistic"]);
            Assert.Null(alarm.Value["Statistic"]);
        });
    }

    [Fact]
    public void The_dashboard_has_every_metric_of_the_alarms_and_no_charts_upon_each_other()
    {
        var resource = Dashboard.Of([Designs.OnDemand, Designs.Eventual], "shop", new ResourceIds());
        var body = (DynamoGen.CommandLine.Infrastructure.Resources.JsonValue)resource.Properties["DashboardBody"]!;
        var widgets = JsonNode.Parse(CloudFormationForm.Of(body.Content))!["widgets"]!.AsArray();

        var shown = widgets.SelectMany(widget => widget!["properties"]!["metrics"]?.AsArray() ?? [])
            .Select(metric => (string)metric![1]!).ToHashSet();
        var alarmed = Alarms(Designs.OnDemand).Values.Concat(Alarms(Designs.Eventual).Values)
            .Select(alarm => (string)(alarm["MetricName"] ?? alarm["Metrics"]![1]!["MetricStat"]!["Metric"]!["MetricName"])!).ToHashSet();
        Assert.Subset(shown, alarmed);
        var places = widgets.SelectMany(widget => Enumerable.Range((int)widget!["x"]!, (int)widget["width"]!)
            .SelectMany(x => Enumerable.Range((int)widget["y"]!, (int)widget["height"]!).Select(y => (x, y)))).ToList();
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(places, place => Assert.InRange(place.x, 0, 23));
    }

    private static string[] Reasons(Dictionary<string, JsonNode> alarms, string beginning) => [.. alarms.Keys
        .Where(name => name.StartsWith(beginning, StringComparison.Ordinal) && name.EndsWith("ThrottleEvents", StringComparison.Ordinal))
        .Select(name => name[beginning.Length..^"ThrottleEvents".Length])
        .Order()];

    private static Dictionary<string, JsonNode> Alarms(DeclaredTable table) =>
        JsonNode.Parse(CloudFormationForm.Of([.. TableAlarms.Of(table, [], new ResourceIds())]))!["Resources"]!.AsObject()
            .Select(alarm => alarm.Value!["Properties"]!)
            .ToDictionary(alarm => (string)alarm["AlarmName"]!);
}
