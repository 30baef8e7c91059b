using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.CommandLine.Infrastructure.Terraform;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>The configuration of Terraform parses, and says what the template of CloudFormation says.</summary>
public sealed class TerraformTests
{
    [Fact]
    public async Task Tables_have_the_attributes_that_they_have_in_CloudFormation()
    {
        var parsed = await ParseAsync();
        foreach (var design in Designs.All)
        {
            var table = parsed["resource"]!["aws_dynamodb_table"]![design.Schema.Name + "_table"]![0]!;
            var template = JsonNode.Parse(CloudFormationForm.Of(RegionalTable.OfFirstRegion(design.Schema, design.Name)))!;
            Assert.Equal(Flat(template["TableName"]), Flat(table["name"]));
            Assert.Equal(Flat(template["BillingMode"]), Flat(table["billing_mode"]));
            Assert.Equal(Flat(template["TableClass"]), Flat(table["table_class"]));
            Assert.Equal(Flat(template["DeletionProtectionEnabled"]), Flat(table["deletion_protection_enabled"]));
            Assert.Equal(Flat(template["StreamSpecification"]?["StreamViewType"]), Flat(table["stream_view_type"]));
            Assert.Equal(Keys(template["KeySchema"]), $"{table["hash_key"]} {table["range_key"]}".Trim());
            Assert.Equal(All(template["AttributeDefinitions"], "AttributeName", "AttributeType"), All(table["attribute"], "name", "type"));
            Assert.Equal(All(One(template["TimeToLiveSpecification"]), "AttributeName", "Enabled"), All(table["ttl"], "attribute_name", "enabled"));
            Assert.Equal(
                All(One(template["SSESpecification"]), "SSEEnabled", "KMSMasterKeyId"),
                All(table["server_side_encryption"], "enabled", "kms_key_arn"));
            Assert.Equal(
                All(One(template["PointInTimeRecoverySpecification"]), "PointInTimeRecoveryEnabled", "RecoveryPeriodInDays"),
                All(table["point_in_time_recovery"], "enabled", "recovery_period_in_days"));
            SameCapacity(template, table);
            SameIndexes(template["LocalSecondaryIndexes"], table["local_secondary_index"]);
            SameIndexes(template["GlobalSecondaryIndexes"], table["global_secondary_index"]);
            Assert.Equal(
                design.Schema.Replicas.Where(replica => !replica.IsWitness).Skip(1).Select(replica => replica.Region),
                (table["replica"]?.AsArray() ?? []).Select(replica => (string)replica!["region_name"]!));
        }
    }

    [Fact]
    public async Task Texts_are_what_they_were()
    {
        var tags = (await ParseAsync())["resource"]!["aws_dynamodb_table"]!["orders_table"]![0]!["tags"]!;

        // The parser leaves the doubled signs as they are.
        Assert.Equal("""$${shop} "%%{one}" \""", (string?)tags["team"]);
        Assert.Equal("x\ny", (string?)tags["aws.cost"]);
    }

    [Fact]
    public async Task Alarms_have_the_names_thresholds_and_dimensions_that_they_have_in_CloudFormation()
    {
        var alarms = (await ParseAsync())["resource"]!["aws_cloudwatch_metric_alarm"]!.AsObject().Select(alarm => alarm.Value![0]!);
        var template = JsonNode.Parse(CloudFormationForm.Of(Alarms()))!["Resources"]!.AsObject().Select(alarm => alarm.Value!["Properties"]!);

        Assert.Equal(
            template.Select(alarm => string.Join(' ',
                alarm["AlarmName"], Threshold(alarm["Threshold"]), alarm["MetricName"], alarm["Statistic"], alarm["ExtendedStatistic"],
                string.Join(' ', (alarm["Dimensions"]?.AsArray() ?? []).Select(dimension => $"{dimension!["Name"]}={dimension["Value"]}").Order()),
                alarm["Metrics"]?.AsArray().Count)).Order(),
            alarms.Select(alarm => string.Join(' ',
                alarm["alarm_name"], Threshold(alarm["threshold"]), alarm["metric_name"], alarm["statistic"], alarm["extended_statistic"],
                string.Join(' ', (alarm["dimensions"]?.AsObject() ?? []).Select(dimension => $"{dimension.Key}={dimension.Value}").Order()),
                alarm["metric_query"]?.AsArray().Count)).Order());
    }

    private static Resource[] Alarms()
    {
        var ids = new ResourceIds();
        return [.. Designs.All.SelectMany(table => TableAlarms.Of(table, [], ids))];
    }

    private static Task<JsonNode> ParseAsync() =>
        Judge.ParseHclAsync(TerraformForm.Of(Designs.All, [.. Alarms(), Dashboard.Of(Designs.All, "shop", new ResourceIds())], new ResourceIds()));

    private static void SameIndexes(JsonNode? template, JsonNode? parsed)
    {
        Assert.Equal(template?.AsArray().Count ?? 0, parsed?.AsArray().Count ?? 0);
        foreach (var (index, block) in (template?.AsArray() ?? []).Zip(parsed?.AsArray() ?? []))
        {
            Assert.Equal(Flat(index!["IndexName"]), Flat(block!["name"]));
            Assert.Equal(Flat(index["Projection"]!["ProjectionType"]), Flat(block["projection_type"]));
            Assert.Equal(Flat(index["Projection"]!["NonKeyAttributes"]), Flat(block["non_key_attributes"]));
            if (block["key_schema"] is { } keys)
            {
                Assert.Equal(All(index["KeySchema"], "AttributeName", "KeyType"), All(keys, "attribute_name", "key_type"));
            }
            else
            {
                Assert.EndsWith($"{block["hash_key"]} {block["range_key"]}".Trim(), Keys(index["KeySchema"]), StringComparison.Ordinal);
            }

            SameCapacity(index, block);
        }
    }

    private static void SameCapacity(JsonNode template, JsonNode parsed)
    {
        Assert.Equal(Flat(template["ProvisionedThroughput"]?["ReadCapacityUnits"]), Flat(parsed["read_capacity"]));
        Assert.Equal(Flat(template["ProvisionedThroughput"]?["WriteCapacityUnits"]), Flat(parsed["write_capacity"]));
        Assert.Equal(
            All(One(template["OnDemandThroughput"]), "MaxReadRequestUnits", "MaxWriteRequestUnits"),
            All(parsed["on_demand_throughput"], "max_read_request_units", "max_write_request_units"));
        Assert.Equal(
            All(One(template["WarmThroughput"]), "ReadUnitsPerSecond", "WriteUnitsPerSecond"),
            All(parsed["warm_throughput"], "read_units_per_second", "write_units_per_second"));
    }

    private static JsonArray? One(JsonNode? block) => block is null ? null : [block.DeepClone()];

    /// <summary>A parser gives one block alone, several as a list.</summary>
    private static string All(JsonNode? blocks, params string[] names) => string.Join(';', (blocks as JsonArray ?? (blocks is null ? [] : One(blocks)!))
        .Select(block => string.Join(' ', names.Select(name => Flat(block![name])))));

    private static string Keys(JsonNode? keys) => string.Join(' ', keys!.AsArray().Select(key => (string)key!["AttributeName"]!));

    private static string Flat(JsonNode? node) => node?.ToJsonString() ?? string.Empty;

    private static decimal Threshold(JsonNode? node) => decimal.Parse(node!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
