namespace DynamoGen.Generator.Tests.Sources;

/// <summary>A table that says all there is to say of it.</summary>
internal static class Warehouse
{
    public const string Source = """
        namespace Shop;

        [Table(
            "warehouse",
            Purpose = TablePurpose.Transactional,
            Billing = BillingMode.Provisioned,
            ReadCapacityUnits = 100,
            WriteCapacityUnits = 50,
            MaxReadUnits = 1_000,
            WarmReadUnits = 12_000,
            WarmWriteUnits = 4_000,
            TargetUtilization = 80,
            Class = TableClass.StandardInfrequentAccess,
            Encryption = TableEncryption.CustomerManagedKey,
            EncryptionKey = "alias/warehouse",
            PointInTimeRecovery = true,
            RecoveryPeriodInDays = 7,
            DeletionProtection = true,
            TimeToLive = "expires",
            Stream = StreamView.NewAndOldImages)]
        [Replica("eu-west-1")]
        [Replica("us-gov-west-1")]
        [HomeRegion("Home")]
        [TableTag("team", "shipping")]
        [TableTag("cost \"center\"", "")]
        [VectorIndex("by-picture", Attribute = "Picture", Dimensions = 512, Distance = VectorDistance.DotProduct)]
        [GlobalIndex("by-shelf", PartitionKey = "shelf", WriteCapacityUnits = 200, MaxWriteUnits = 400)]
        [GlobalIndex("by-day", PartitionKey = "day")]
        [Traffic(ReadsPerSecond = 500, WritesPerSecond = 40)]
        public sealed partial class WarehouseTable;

        [Table("registry", Consistency = TableConsistency.Strong, MaxReadUnits = 5_000, MaxWriteUnits = 1_000)]
        [Replica("us-east-1")]
        [Replica("us-east-2")]
        [Replica("us-west-2", IsWitness = true)]
        [OneRegion("us-east-2")]
        [GlobalIndex("by-owner", PartitionKeys = ["Owner"], MaxReadUnits = 100)]
        public sealed partial class RegistryTable;
        """;
}
