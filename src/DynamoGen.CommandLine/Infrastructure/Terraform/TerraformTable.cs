using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Terraform;

/// <summary>
/// Says a table in the words of
/// <see href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table">aws_dynamodb_table</see>,
/// whose provider is in the first of several regions.
/// </summary>
internal static class TerraformTable
{
    public const string Type = "aws_dynamodb_table";

    public static HclBody Of(DeclaredTable table, bool isRetained)
    {
        var schema = table.Schema;
        var block = RegionalTable.OfFirstRegion(schema, table.Name);
        var body = new HclBody()
            .Set("name", table.Name)
            .Set("billing_mode", block["BillingMode"])
            .Set("hash_key", schema.PartitionKey)
            .Set("range_key", schema.SortKey is { } sortKey ? new TextValue(sortKey) : null)
            .Set("table_class", block["TableClass"])
            .Set("deletion_protection_enabled", block["DeletionProtectionEnabled"])
            .Set("stream_enabled", block["StreamSpecification"] is null ? null : new FlagValue(true))
            .Set("stream_view_type", (block["StreamSpecification"] as BlockValue)?["StreamViewType"])
            .Set("tags", schema.Tags.Count == 0 ? null : new BlockValue([.. schema.Tags.Select(tag => new Property(tag.Key, tag.Value))]));
        Capacity(body, block);
        foreach (var attribute in Blocks(block["AttributeDefinitions"]))
        {
            body.Block("attribute", new HclBody().Set("name", attribute["AttributeName"]).Set("type", attribute["AttributeType"]));
        }

        foreach (var index in Blocks(block["LocalSecondaryIndexes"]))
        {
            body.Block("local_secondary_index", Index(index, isGlobal: false));
        }

        foreach (var index in Blocks(block["GlobalSecondaryIndexes"]))
        {
            body.Block("global_secondary_index", Index(index, isGlobal: true));
        }

        Settings(body, block);
        Regions(body, schema);
        return Lifecycle(body, schema, isRetained);
    }

    private static void Settings(HclBody body, BlockValue block)
    {
        var recovery = (BlockValue)block["PointInTimeRecoverySpecification"]!;
        body.Block("point_in_time_recovery", new HclBody()
            .Set("enabled", recovery["PointInTimeRecoveryEnabled"])
            .Set("recovery_period_in_days", recovery["RecoveryPeriodInDays"]));
        if (block["TimeToLiveSpecification"] is BlockValue timeToLive)
        {
            body.Block("ttl", new HclBody().Set("attribute_name", timeToLive["AttributeName"]).Set("enabled", timeToLive["Enabled"]));
        }

        if (block["SSESpecification"] is BlockValue encryption)
        {
            body.Block("server_side_encryption", new HclBody()
                .Set("enabled", encryption["SSEEnabled"])
                .Set("kms_key_arn", encryption["KMSMasterKeyId"]));
        }

        foreach (var index in Blocks(block["VectorIndexes"]))
        {
            body.Comment($"The provider has no vector indexes: add {((TextValue)index["IndexName"]!).Text} by UpdateTable.");
        }
    }

    private static void Regions(HclBody body, TableSchema schema)
    {
        foreach (var replica in schema.Replicas.Where(replica => !replica.IsWitness).Skip(1))
        {
            body.Block("replica", new HclBody()
                .Set("region_name", replica.Region)
                .Set("consistency_mode", schema.Consistency == TableConsistency.Strong ? "STRONG" : "EVENTUAL")
                .Set("deletion_protection_enabled", schema.DeletionProtection)
                .Set("point_in_time_recovery", schema.RecoveryPeriodInDays > 0)
                .Set("propagate_tags", true)
                .Set("kms_key_arn", schema.EncryptionKey is { } key ? new TextValue(key) : null));
        }

        foreach (var witness in schema.Replicas.Where(replica => replica.IsWitness))
        {
            body.Block("global_table_witness", new HclBody().Set("region_name", witness.Region));
        }
    }

    private static HclBody Lifecycle(HclBody body, TableSchema schema, bool isRetained)
    {
        var isScaled = schema.Billing == BillingMode.Provisioned && IsScaled(schema.Throughput);
        var areIndexesScaled = schema.Billing == BillingMode.Provisioned
            && schema.GlobalIndexes.Any(index => IsScaled(index.Throughput ?? schema.Throughput));
        if (!isRetained && !isScaled && !areIndexesScaled)
        {
            return body;
        }

        var lifecycle = new HclBody().Set("prevent_destroy", isRetained ? new FlagValue(true) : null);
        if (isScaled || areIndexesScaled)
        {
            // What scaling has set is no difference.
            lifecycle.SetReferences("ignore_changes",
            [
                .. isScaled ? new[] { "read_capacity", "write_capacity" } : [],
                .. areIndexesScaled ? new[] { "global_secondary_index" } : [],
            ]);
        }

        return body.Block("lifecycle", lifecycle);
    }

    private static bool IsScaled(ThroughputSchema throughput) => throughput.MaxReadUnits > 0 || throughput.MaxWriteUnits > 0;

    private static HclBody Index(BlockValue index, bool isGlobal)
    {
        var keys = Blocks(index["KeySchema"]);
        var projection = (BlockValue)index["Projection"]!;
        var body = new HclBody().Set("name", index["IndexName"]);
        if (keys.Count(key => IsOf(key, "HASH")) > 1 || keys.Count(key => IsOf(key, "RANGE")) > 1)
        {
            foreach (var key in keys)
            {
                body.Block("key_schema", new HclBody().Set("attribute_name", key["AttributeName"]).Set("key_type", key["KeyType"]));
            }
        }
        else
        {
            body.Set("hash_key", isGlobal ? keys.First(key => IsOf(key, "HASH"))["AttributeName"] : null)
                .Set("range_key", keys.FirstOrDefault(key => IsOf(key, "RANGE"))?["AttributeName"]);
        }

        return Capacity(body.Set("projection_type", projection["ProjectionType"]).Set("non_key_attributes", projection["NonKeyAttributes"]), index);
    }

    private static HclBody Capacity(HclBody body, BlockValue block)
    {
        var provisioned = block["ProvisionedThroughput"] as BlockValue;
        body.Set("read_capacity", provisioned?["ReadCapacityUnits"]).Set("write_capacity", provisioned?["WriteCapacityUnits"]);
        if (block["OnDemandThroughput"] is BlockValue onDemand)
        {
            body.Block("on_demand_throughput", new HclBody()
                .Set("max_read_request_units", onDemand["MaxReadRequestUnits"])
                .Set("max_write_request_units", onDemand["MaxWriteRequestUnits"]));
        }

        return block["WarmThroughput"] is not BlockValue warm ? body : body.Block("warm_throughput", new HclBody()
            .Set("read_units_per_second", warm["ReadUnitsPerSecond"])
            .Set("write_units_per_second", warm["WriteUnitsPerSecond"]));
    }

    private static bool IsOf(BlockValue key, string type) => ((TextValue)key["KeyType"]!).Text == type;

    private static List<BlockValue> Blocks(Value? list) => list is ListValue items ? [.. items.Items.Cast<BlockValue>()] : [];
}
