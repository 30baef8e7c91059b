using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>Tables that between them have everything that can be declared.</summary>
internal static class Designs
{
    public static DeclaredTable OnDemand { get; } = Of(new TableSchema
    {
        Name = "orders",
        PartitionKey = "pk",
        SortKey = "sk",
        SortKeyType = KeyAttributeType.Number,
        Purpose = TablePurpose.Transactional,
        Throughput = new() { MaxReadUnits = 1_000, MaxWriteUnits = 500, WarmReadUnits = 12_000, WarmWriteUnits = 4_000 },
        TimeToLive = "expires",
        Stream = StreamView.NewImage,
        Encryption = TableEncryption.CustomerManagedKey,
        EncryptionKey = "arn:aws:kms:eu-west-1:123456789012:key/0a",
        RecoveryPeriodInDays = 7,
        DeletionProtection = true,
        Tags = [new("team", "${shop} \"%{one}\" \\"), new("aws.cost", "x\ny")],
        Traffic = new(2_000, 400),
        LocalIndexes = [new() { Name = "lsi", SortKey = "lsk", Projection = IndexProjection.Include, NonKeyAttributes = ["_t", "_v", "total"] }],
        GlobalIndexes =
        [
            new() { Name = "gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk", Throughput = new() { MaxReadUnits = 10, MaxWriteUnits = 20 } },
            new()
            {
                Name = "gsi2",
                PartitionKey = "country",
                FurtherPartitionKeys = [new("city", KeyAttributeType.String)],
                SortKey = "day",
                SortKeyType = KeyAttributeType.Number,
                FurtherSortKeys = [new("hash", KeyAttributeType.Binary)],
                Projection = IndexProjection.KeysOnly,
            },
        ],
    });

    public static DeclaredTable Provisioned { get; } = Of(new TableSchema
    {
        Name = "visits",
        PartitionKey = "id",
        Purpose = TablePurpose.Cache,
        Billing = BillingMode.Provisioned,
        Class = TableClass.StandardInfrequentAccess,
        Encryption = TableEncryption.AwsManagedKey,
        Throughput = new() { ReadCapacityUnits = 5, WriteCapacityUnits = 6, MaxReadUnits = 50, MaxWriteUnits = 60, TargetUtilization = 55 },
        GlobalIndexes = [new() { Name = "by-page", PartitionKey = "page", Throughput = new() { ReadCapacityUnits = 3, WriteCapacityUnits = 4 } }],
    });

    public static DeclaredTable Eventual { get; } = Of(OnDemand.Schema with
    {
        Name = "worldwide",
        LocalIndexes = [],
        Stream = StreamView.NewAndOldImages,
        Replicas = [new("eu-west-1"), new("us-east-1"), new("ap-southeast-2")],
    });

    public static DeclaredTable Strong { get; } = Of(Provisioned.Schema with
    {
        Name = "ledger",
        Consistency = TableConsistency.Strong,
        Replicas = [new("eu-west-1"), new("eu-central-1"), new("eu-west-3", IsWitness: true)],
    });

    public static DeclaredTable Vectors { get; } = Of(new TableSchema
    {
        Name = "vectors",
        PartitionKey = "pk",
        VectorIndexes = [new("near", "embedding", 256, VectorDistance.DotProduct)],
    });

    public static IReadOnlyList<DeclaredTable> All { get; } = [OnDemand, Provisioned, Eventual, Strong, Vectors];

    private static DeclaredTable Of(TableSchema schema) => new(schema, "test-" + schema.Name, []);
}
