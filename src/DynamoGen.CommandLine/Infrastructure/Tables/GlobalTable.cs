using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Tables;

/// <summary>
/// A table in several regions:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-globaltable.html">AWS::DynamoDB::GlobalTable</see>.
/// Protection, recovery, class, key, tags and what is read are each region's own; what is written is all regions'.
/// </summary>
internal static class GlobalTable
{
    public const string Type = "AWS::DynamoDB::GlobalTable";

    public static BlockValue Of(TableSchema schema, string name) => new BlockBuilder
    {
        { "TableName", name },
        { "KeySchema", TableProperties.KeySchema(schema) },
        { "AttributeDefinitions", TableProperties.AttributeDefinitions(schema) },
        { "LocalSecondaryIndexes", TableProperties.LocalIndexes(schema) },
        { "GlobalSecondaryIndexes", TableProperties.ListAny(schema.GlobalIndexes, index => Index(schema, index)) },
        { "VectorIndexes", TableProperties.VectorIndexes(schema) },
        { "BillingMode", TableProperties.BillingMode(schema) },
        { "WriteProvisionedThroughputSettings", WriteProvisioned(schema, schema.Throughput) },
        { "WriteOnDemandThroughputSettings", WriteOnDemand(schema, schema.Throughput) },
        { "WarmThroughput", TableProperties.WarmThroughput(schema.Throughput) },
        { "SSESpecification", Encryption(schema) },
        { "TimeToLiveSpecification", TableProperties.TimeToLive(schema) },
        { "StreamSpecification", Stream(schema) },
        { "MultiRegionConsistency", schema.Consistency == TableConsistency.Strong ? new TextValue("STRONG") : null },
        { "Replicas", TableProperties.List(schema.Replicas.Where(replica => !replica.IsWitness), replica => Replica(schema, replica)) },
        { "GlobalTableWitnesses", TableProperties.ListAny([.. schema.Replicas.Where(replica => replica.IsWitness)], Witness) },
    }.Build();

    private static BlockBuilder Witness(ReplicaSchema replica) => new() { { "Region", replica.Region } };

    private static BlockBuilder Index(TableSchema schema, GlobalIndexSchema index) => new()
    {
        { "IndexName", index.Name },
        { "KeySchema", TableProperties.KeySchema(index) },
        { "Projection", TableProperties.Projection(index.Projection, index.NonKeyAttributes) },
        { "WriteProvisionedThroughputSettings", WriteProvisioned(schema, index.Throughput ?? schema.Throughput) },
        { "WriteOnDemandThroughputSettings", WriteOnDemand(schema, index.Throughput ?? schema.Throughput) },
        { "WarmThroughput", TableProperties.WarmThroughput(index.Throughput) },
    };

    private static BlockBuilder Replica(TableSchema schema, ReplicaSchema replica) => new()
    {
        { "Region", replica.Region },
        { "TableClass", TableProperties.TableClass(schema) },
        { "DeletionProtectionEnabled", schema.DeletionProtection },
        { "PointInTimeRecoverySpecification", TableProperties.PointInTimeRecovery(schema) },
        { "SSESpecification", schema.EncryptionKey is { } key ? new BlockBuilder { { "KMSMasterKeyId", key } }.Build() : null },
        { "ReadProvisionedThroughputSettings", ReadProvisioned(schema, schema.Throughput) },
        { "ReadOnDemandThroughputSettings", ReadOnDemand(schema, schema.Throughput) },
        { "GlobalSecondaryIndexes", ReplicaIndexes(schema) },
        { "Tags", TableProperties.Tags(schema) },
    };

    private static ListValue? ReplicaIndexes(TableSchema schema)
    {
        var indexes = schema.GlobalIndexes.Select(index => (index.Name, Throughput: index.Throughput ?? schema.Throughput))
            .Where(index => schema.Billing == BillingMode.Provisioned || index.Throughput.MaxReadUnits > 0)
            .ToList();
        return TableProperties.ListAny(indexes, index => new BlockBuilder
        {
            { "IndexName", index.Name },
            { "ReadProvisionedThroughputSettings", ReadProvisioned(schema, index.Throughput) },
            { "ReadOnDemandThroughputSettings", ReadOnDemand(schema, index.Throughput) },
        });
    }

    /// <summary>What is written is always scaled; without an upper bound, between the same bounds.</summary>
    private static BlockValue? WriteProvisioned(TableSchema schema, ThroughputSchema throughput) => schema.Billing != BillingMode.Provisioned ? null
        : new BlockBuilder
        {
            { "WriteCapacityAutoScalingSettings", Scaling(throughput.WriteCapacityUnits, throughput.MaxWriteUnits, throughput.TargetUtilization) },
        }.Build();

    private static BlockValue? ReadProvisioned(TableSchema schema, ThroughputSchema throughput) => schema.Billing != BillingMode.Provisioned ? null
        : throughput.MaxReadUnits == 0 ? new BlockBuilder { { "ReadCapacityUnits", throughput.ReadCapacityUnits } }.Build()
        : new BlockBuilder
        {
            { "ReadCapacityAutoScalingSettings", Scaling(throughput.ReadCapacityUnits, throughput.MaxReadUnits, throughput.TargetUtilization) },
        }.Build();

    private static BlockValue Scaling(long units, long maxUnits, int target) => new BlockBuilder
    {
        { "MinCapacity", units },
        { "MaxCapacity", Math.Max(units, maxUnits) },
        { "TargetTrackingScalingPolicyConfiguration", new BlockBuilder { { "TargetValue", target } }.Build() },
    }.Build();

    private static BlockValue? WriteOnDemand(TableSchema schema, ThroughputSchema throughput) => schema.Billing != BillingMode.OnDemand ? null
        : new BlockBuilder { { "MaxWriteRequestUnits", TableProperties.Given(throughput.MaxWriteUnits) } }.BuildAny();

    private static BlockValue? ReadOnDemand(TableSchema schema, ThroughputSchema throughput) => schema.Billing != BillingMode.OnDemand ? null
        : new BlockBuilder { { "MaxReadRequestUnits", TableProperties.Given(throughput.MaxReadUnits) } }.BuildAny();

    private static BlockValue? Encryption(TableSchema schema) => schema.Encryption == TableEncryption.DynamoDBOwnedKey ? null : new BlockBuilder
    {
        { "SSEEnabled", true },
        { "SSEType", "KMS" },
    }.Build();

    /// <summary>Regions that agree in the end replicate by a stream of both images; strongly consistent ones need none.</summary>
    private static BlockValue? Stream(TableSchema schema) => schema.Consistency == TableConsistency.Strong && schema.Stream == StreamView.None ? null
        : new BlockBuilder
        {
            {
                "StreamViewType",
                TableProperties.StreamViewType(schema.Consistency == TableConsistency.Strong ? schema.Stream : StreamView.NewAndOldImages)
            },
        }.Build();
}
