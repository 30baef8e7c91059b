using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.Hosting;

/// <summary>Says a <see cref="TableSchema"/> in the words of CreateTable.</summary>
internal static class TableDefinition
{
    public static CreateTableRequest CreateTable(TableSchema schema, string tableName) => new()
    {
        TableName = tableName,
        KeySchema = Keys(schema.PartitionKey, schema.SortKey),
        AttributeDefinitions = [.. schema.ListKeyAttributes().Select(key => new AttributeDefinition(key.Name, ScalarTypeOf(key.Type)))],
        LocalSecondaryIndexes = schema.LocalIndexes.Count > 0 ? [.. schema.LocalIndexes.Select(index => Index(schema, index))] : null,
        GlobalSecondaryIndexes = schema.GlobalIndexes.Count > 0 ? [.. schema.GlobalIndexes.Select(index => Index(schema, index))] : null,
        BillingMode = schema.Billing == DynamoGen.BillingMode.Provisioned
            ? Amazon.DynamoDBv2.BillingMode.PROVISIONED
            : Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
        ProvisionedThroughput = Provisioned(schema, schema.Throughput),
        OnDemandThroughput = OnDemand(schema, schema.Throughput),
        WarmThroughput = Warm(schema.Throughput),
        TableClass = schema.Class == DynamoGen.TableClass.StandardInfrequentAccess ? Amazon.DynamoDBv2.TableClass.STANDARD_INFREQUENT_ACCESS : null,
        SSESpecification = Encryption(schema),
        DeletionProtectionEnabled = schema.DeletionProtection ? true : null,
        Tags = schema.Tags.Count > 0 ? [.. schema.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] : null,
        StreamSpecification = schema.Stream == StreamView.None ? null : Stream(schema.Stream),
    };

    public static StreamSpecification Stream(StreamView view) => new() { StreamEnabled = true, StreamViewType = TypeOf(view) };

    public static StreamViewType TypeOf(StreamView view) => view switch
    {
        StreamView.KeysOnly => StreamViewType.KEYS_ONLY,
        StreamView.NewImage => StreamViewType.NEW_IMAGE,
        StreamView.OldImage => StreamViewType.OLD_IMAGE,
        _ => StreamViewType.NEW_AND_OLD_IMAGES,
    };

    private static GlobalSecondaryIndex Index(TableSchema schema, GlobalIndexSchema index) => new()
    {
        IndexName = index.Name,
        KeySchema = Keys(index),
        Projection = Projected(index.Projection, index.NonKeyAttributes),
        ProvisionedThroughput = Provisioned(schema, index.Throughput ?? schema.Throughput),
        OnDemandThroughput = OnDemand(schema, index.Throughput ?? schema.Throughput),
        WarmThroughput = index.Throughput is null ? null : Warm(index.Throughput),
    };

    private static LocalSecondaryIndex Index(TableSchema schema, LocalIndexSchema index) => new()
    {
        IndexName = index.Name,
        KeySchema = Keys(schema.PartitionKey, index.SortKey),
        Projection = Projected(index.Projection, index.NonKeyAttributes),
    };

    public static ProjectionType TypeOf(IndexProjection projection) => projection switch
    {
        IndexProjection.KeysOnly => ProjectionType.KEYS_ONLY,
        IndexProjection.Include => ProjectionType.INCLUDE,
        _ => ProjectionType.ALL,
    };

    public static ScalarAttributeType ScalarTypeOf(KeyAttributeType type) => type switch
    {
        KeyAttributeType.Number => ScalarAttributeType.N,
        KeyAttributeType.Binary => ScalarAttributeType.B,
        _ => ScalarAttributeType.S,
    };

    private static Projection Projected(IndexProjection projection, IReadOnlyList<string> nonKeyAttributes) => new()
    {
        ProjectionType = TypeOf(projection),
        NonKeyAttributes = projection == IndexProjection.Include ? [.. nonKeyAttributes] : null,
    };

    /// <summary>The attributes of the partition key, then those of the sort key, each in order.</summary>
    public static List<KeySchemaElement> Keys(GlobalIndexSchema index)
    {
        var partitionKeys = index.FurtherPartitionKeys.Select(key => key.Name).Prepend(index.PartitionKey);
        var sortKeys = index.SortKey is null ? [] : index.FurtherSortKeys.Select(key => key.Name).Prepend(index.SortKey);
        return [.. partitionKeys.Select(name => new KeySchemaElement(name, KeyType.HASH)),
            .. sortKeys.Select(name => new KeySchemaElement(name, KeyType.RANGE))];
    }

    private static List<KeySchemaElement> Keys(string partitionKey, string? sortKey) => sortKey is null
        ? [new KeySchemaElement(partitionKey, KeyType.HASH)]
        : [new KeySchemaElement(partitionKey, KeyType.HASH), new KeySchemaElement(sortKey, KeyType.RANGE)];

    private static ProvisionedThroughput? Provisioned(TableSchema schema, ThroughputSchema throughput) =>
        schema.Billing == DynamoGen.BillingMode.Provisioned
            ? new ProvisionedThroughput(throughput.ReadCapacityUnits, throughput.WriteCapacityUnits)
            : null;

    private static OnDemandThroughput? OnDemand(TableSchema schema, ThroughputSchema throughput) =>
        schema.Billing == DynamoGen.BillingMode.OnDemand && (throughput.MaxReadUnits > 0 || throughput.MaxWriteUnits > 0)
            ? new OnDemandThroughput { MaxReadRequestUnits = Given(throughput.MaxReadUnits), MaxWriteRequestUnits = Given(throughput.MaxWriteUnits) }
            : null;

    private static WarmThroughput? Warm(ThroughputSchema throughput) => throughput.WarmReadUnits > 0 || throughput.WarmWriteUnits > 0
        ? new WarmThroughput { ReadUnitsPerSecond = Given(throughput.WarmReadUnits), WriteUnitsPerSecond = Given(throughput.WarmWriteUnits) }
        : null;

    private static long? Given(long units) => units > 0 ? units : null;

    private static SSESpecification? Encryption(TableSchema schema) => schema.Encryption == TableEncryption.DynamoDBOwnedKey
        ? null
        : new SSESpecification { Enabled = true, SSEType = SSEType.KMS, KMSMasterKeyId = schema.EncryptionKey };
}
