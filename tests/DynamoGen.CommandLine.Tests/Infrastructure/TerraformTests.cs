using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.CommandLine.Infrastructure.Terraform;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>The configuration of Terraform parses, and says what the template of CloudFormation says.</summary>
public sealed class TerraformTests(VerbServer server)
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

    [Fact]
    public async Task Scaling_is_what_it_is_in_CloudFormation_and_waits_for_the_table()
    {
        var resources = (await ParseAsync())["resource"]!;
        var ids = new ResourceIds();
        var template = JsonNode.Parse(CloudFormationForm.Of(
            [.. Designs.All.SelectMany(table => Scaling.Of(table, ids.Take(table.Schema.Name, "Table"), ids))]))!["Resources"]!.AsObject();

        Assert.Equal(
            Scaled(template, Scaling.TargetType).Select(target => All(
                One(target), "ServiceNamespace", "ResourceId", "ScalableDimension", "MinCapacity", "MaxCapacity")).Order(),
            resources["aws_appautoscaling_target"]!.AsObject().Select(target => All(
                target.Value, "service_namespace", "resource_id", "scalable_dimension", "min_capacity", "max_capacity")).Order());
        Assert.All(resources["aws_appautoscaling_target"]!.AsObject(), target =>
            Assert.Equal($"${{aws_dynamodb_table.{target.Key.Split('_')[0]}_table}}", (string?)target.Value![0]!["depends_on"]![0]));
        Assert.Equal(
            Scaled(template, Scaling.PolicyType).Select(policy => policy["TargetTrackingScalingPolicyConfiguration"]!).Select(policy =>
                $"{policy["PredefinedMetricSpecification"]!["PredefinedMetricType"]} {policy["TargetValue"]}").Order(),
            resources["aws_appautoscaling_policy"]!.AsObject().Select(policy => policy.Value![0]!["target_tracking_scaling_policy_configuration"]![0]!)
                .Select(policy => $"{policy["predefined_metric_specification"]![0]!["predefined_metric_type"]} {policy["target_value"]}").Order());
        Assert.Equal(
            Scaled(template, Scaling.PolicyType).Select(policy => All(One(policy), "PolicyName", "PolicyType", "ResourceId", "ScalableDimension")).Order(),
            resources["aws_appautoscaling_policy"]!.AsObject().Select(policy => All(
                policy.Value, "name", "policy_type", "resource_id", "scalable_dimension")).Order());
    }

    [Fact]
    public async Task Policies_are_the_documents_that_they_are_in_CloudFormation()
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });
        var template = JsonNode.Parse((await host.RunAsync("schema cloudformation --no-alarms --access")).Output)!["Resources"]!;

        var parsed = await Judge.ParseHclAsync((await host.RunAsync("schema terraform --no-alarms --access")).Output);

        var policies = parsed["resource"]!["aws_iam_policy"]!.AsObject();

        Assert.Equal(["i_account_views_access", "i_accounts_access"], policies.Select(policy => policy.Key).Order(StringComparer.Ordinal));
        foreach (var policy in policies)
        {
            var (name, expression) = ((string)policy.Value![0]!["name"]!, (string)policy.Value[0]!["policy"]!);
            Assert.StartsWith("${jsonencode(", expression, StringComparison.Ordinal);
            var document = (await Judge.ParseHclAsync($"policy = {expression["${jsonencode(".Length..^")}".Length]}\n"))["policy"];
            var expected = Joined(template[name]!["Properties"]!["PolicyDocument"]!);
            Assert.True(JsonNode.DeepEquals(expected, document), $"{expected}\n{document}");
        }
    }

    /// <summary>A document in which ARNs are made as Terraform makes them.</summary>
    private static JsonNode Joined(JsonNode node) => node switch
    {
        JsonObject function when function["Fn::Join"] is { } join => string.Concat(join[1]!.AsArray().Select(part => part is JsonObject place
            ? (string?)place["Ref"] switch
            {
                "AWS::Partition" => "${data.aws_partition.current.partition}",
                "AWS::Region" => "${data.aws_region.current.region}",
                _ => "${data.aws_caller_identity.current.account_id}",
            }
            : (string?)part)),
        JsonObject block => new JsonObject(block.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Key, Joined(property.Value!)))),
        JsonArray list => new JsonArray([.. list.Select(item => Joined(item!))]),
        _ => node.DeepClone(),
    };

    private static IEnumerable<JsonNode> Scaled(JsonObject template, string type) =>
        template.Where(resource => (string?)resource.Value!["Type"] == type).Select(resource => resource.Value!["Properties"]!);

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
