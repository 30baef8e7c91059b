namespace DynamoGen.Analyzers.Rules;

/// <summary>
/// The identifier of every rule. The thousands digit is the band: 1 declaration, 2 key design, 3 reads, 4 writes, 5 expressions, 6 client use, 7 schema lock.
/// </summary>
internal static class RuleIdentifiers
{
    public const string KeyType = "DG1001";
    public const string NullableTableKey = "DG1002";
    public const string TimeToLiveUnit = "DG1003";
    public const string UnsortableFormat = "DG1004";
    public const string SharedKey = "DG1006";
    public const string IndexQuota = "DG1007";
    public const string IndexProjection = "DG1008";
    public const string VersionGap = "DG1012";
    public const string ChangedForm = "DG1013";
    public const string UnmappableType = "DG1020";
    public const string NotExtensible = "DG1021";
    public const string KeyTemplate = "DG1022";
    public const string TableOrIndex = "DG1023";
    public const string AttributeConflict = "DG1024";
    public const string PrimaryKey = "DG1025";
    public const string Construction = "DG1026";
    public const string Upcaster = "DG1027";
    public const string StorageForm = "DG1028";
    public const string Projection = "DG1029";
    public const string CacheWithoutTimeToLive = "DG1030";
    public const string UnprotectedTable = "DG1031";
    public const string AnalyticsRead = "DG1032";
    public const string BillingMode = "DG1033";
    public const string LocalIndexWithoutNeed = "DG1034";
    public const string GlobalIndexWithoutNeed = "DG1035";
    public const string UncachedReads = "DG1036";
    public const string Expression = "DG5020";
    public const string LowCardinalityTableKey = "DG2001";
    public const string LowCardinalityIndexKey = "DG2002";
    public const string ConstantPartitionKey = "DG2003";
    public const string TimeBucketPartitionKey = "DG2004";
    public const string OneShard = "DG2008";
    public const string UnusedIndex = "DG2020";
    public const string UnusedIndexKey = "DG2021";
    public const string Scan = "DG3001";
    public const string ScanByIndexedEquality = "DG3002";
    public const string LimitWithFilter = "DG3004";
    public const string IgnoredLastEvaluatedKey = "DG3005";
    public const string ConsistentReadOfIndex = "DG3007";
    public const string NullCollection = "DG3012";
    public const string StuckPager = "DG3014";
    public const string ReadBudget = "DG3024";
    public const string UnservedPattern = "DG3020";
    public const string PatternShape = "DG3021";
    public const string ForeignItems = "DG3022";
    public const string ReadCost = "DG3023";
    public const string OversizedBatch = "DG4001";
    public const string IgnoredUnprocessed = "DG4002";
    public const string OversizedTransaction = "DG4004";
    public const string SingleActionTransaction = "DG4005";
    public const string DroppedTask = "DG4010";
    public const string ReusedBatch = "DG4012";
    public const string WriteCost = "DG4020";
    public const string WriteBudget = "DG4021";
    public const string ReservedWord = "DG5001";
    public const string PlaceholderMismatch = "DG5002";
    public const string FilterOnKey = "DG5003";
    public const string KeyConditionWithoutPartitionKey = "DG5004";
    public const string IncompatibleSchema = "DG7001";
    public const string ChangedKey = "DG7002";
    public const string UnrecordedSchema = "DG7003";
    public const string UnreadableSchemaLock = "DG7004";
    public const string Migration = "DG8001";
    public const string PhasedPattern = "DG8002";
    public const string KeyDoesNotFollow = "DG8003";
    public const string KeyUnproven = "DG8004";
    public const string ImpureFunction = "DG8005";
    public const string GatheringKey = "DG8006";
    public const string StreamHandler = "DG9001";
}
