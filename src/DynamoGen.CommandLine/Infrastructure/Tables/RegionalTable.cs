using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Tables;

/// <summary>
/// A table in one region:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-table.html">AWS::DynamoDB::Table</see>.
/// </summary>
internal static class RegionalTable
{
    public const string Type = "AWS::DynamoDB::Table";

    public static BlockValue Of(TableSchema schema, string name) => new BlockBuilder
    {
        { "TableName", name },
        { "KeySchema", TableProperties.KeySchema(schema) },
        { "AttributeDefinitions", TableProperties.AttributeDefinitions(schema) },
        { "LocalSecondaryIndexes", TableProperties.LocalIndexes(schema) },
        { "GlobalSecondaryIndexes", TableProperties.ListAny(schema.GlobalIndexes, index => Index(schema, index)) },
        { "VectorIndexes", TableProperties.VectorIndexes(schema) },
        { "BillingMode", TableProperties.BillingMode(schema) },
        { "ProvisionedThroughput", Provisioned(schema, schema.Throughput) },
        { "OnDemandThroughput", OnDemand(schema, schema.Throughput) },
        { "WarmThroughput", TableProperties.WarmThroughput(schema.Throughput) },
        { "TableClass", TableProperties.TableClass(schema) },
        { "SSESpecification", Encryption(schema) },
        { "DeletionProtectionEnabled", schema.DeletionProtection },
        { "PointInTimeRecoverySpecification", TableProperties.PointInTimeRecovery(schema) },
        { "TimeToLiveSpecification", TableProperties.TimeToLive(schema) },
        { "StreamSpecification", Stream(schema) },
        { "Tags", TableProperties.Tags(schema) },
    }.Build();

    /// <summary>The table of the first of several regions, as it must be for the others to be added; any other table as it is.</summary>
    public static BlockValue OfFirstRegion(TableSchema schema, string name) => Of(
        schema.Replicas.Count > 0 && schema.Consistency == TableConsistency.Eventual ? schema with { Stream = StreamView.NewAndOldImages } : schema, name);

    private static BlockBuilder Index(TableSchema schema, GlobalIndexSchema index) => new()
    {
        { "IndexName", index.Name },
        { "KeySchema", TableProperties.KeySchema(index) },
        { "Projection", TableProperties.Projection(index.Projection, index.NonKeyAttributes) },
        { "ProvisionedThroughput", Provisioned(schema, index.Throughput ?? schema.Throughput) },
        { "OnDemandThroughput", OnDemand(schema, index.Throughput ?? schema.Throughput) },
        { "WarmThroughput", TableProperties.WarmThroughput(index.Throughput) },
    };

    private static BlockValue? Provisioned(TableSchema schema, ThroughputSchema throughput) => schema.Billing != BillingMode.Provisioned ? null
        : new BlockBuilder
        {
            { "ReadCapacityUnits", throughput.ReadCapacityUnits },
            { "WriteCapacityUnits", throughput.WriteCapacityUnits },
        }.Build();

    private static BlockValue? OnDemand(TableSchema schema, ThroughputSchema throughput) => schema.Billing != BillingMode.OnDemand ? null : new BlockBuilder
    {
        { "MaxReadRequestUnits", TableProperties.Given(throughput.MaxReadUnits) },
        { "MaxWriteRequestUnits", TableProperties.Given(throughput.MaxWriteUnits) },
    }.BuildAny();

    private static BlockValue? Encryption(TableSchema schema) => schema.Encryption == TableEncryption.DynamoDBOwnedKey ? null : new BlockBuilder
    {
        { "SSEEnabled", true },
        { "SSEType", "KMS" },
        { "KMSMasterKeyId", schema.EncryptionKey is { } key ? new TextValue(key) : null },
    }.Build();

    private static BlockValue? Stream(TableSchema schema) => schema.Stream == StreamView.None ? null : new BlockBuilder
    {
        { "StreamViewType", TableProperties.StreamViewType(schema.Stream) },
    }.Build();
}
