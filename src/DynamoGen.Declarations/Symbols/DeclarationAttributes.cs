namespace DynamoGen.Declarations.Symbols;

/// <summary>The metadata names of the attributes that declarations are made with.</summary>
internal static class DeclarationAttributes
{
    public const string Table = "DynamoGen.TableAttribute";
    public const string GlobalIndex = "DynamoGen.GlobalIndexAttribute";
    public const string LocalIndex = "DynamoGen.LocalIndexAttribute";
    public const string VectorIndex = "DynamoGen.VectorIndexAttribute";
    public const string Replica = "DynamoGen.ReplicaAttribute";
    public const string Traffic = "DynamoGen.TrafficAttribute";
    public const string TableTag = "DynamoGen.TableTagAttribute";
    public const string Entity = "DynamoGen.EntityAttribute`1";
    public const string Key = "DynamoGen.KeyAttribute";
    public const string Repository = "DynamoGen.RepositoryAttribute`1";
    public const string StreamHandler = "DynamoGen.StreamHandlerAttribute`1";
    public const string Migration = "DynamoGen.MigrationAttribute`2";
    public const string Index = "DynamoGen.IndexAttribute";
    public const string Descending = "DynamoGen.DescendingAttribute";
    public const string ConsistentRead = "DynamoGen.ConsistentReadAttribute";
    public const string Cached = "DynamoGen.CachedAttribute";
    public const string ItemCollection = "DynamoGen.ItemCollectionAttribute";
    public const string Upcast = "DynamoGen.UpcastAttribute";
    public const string StoredAs = "DynamoGen.StoredAsAttribute";
    public const string AttributeName = "DynamoGen.AttributeNameAttribute";
    public const string Ignore = "DynamoGen.IgnoreAttribute";
    public const string EpochSeconds = "DynamoGen.EpochSecondsAttribute";
    public const string EpochMilliseconds = "DynamoGen.EpochMillisecondsAttribute";
    public const string EnumAsNumber = "DynamoGen.EnumAsNumberAttribute";
    public const string EnumName = "DynamoGen.EnumNameAttribute";
    public const string Converter = "DynamoGen.ConverterAttribute`1";
    public const string OmitDefault = "DynamoGen.OmitDefaultAttribute";
    public const string UnknownAttributes = "DynamoGen.UnknownAttributesAttribute";
    public const string Polymorphic = "DynamoGen.PolymorphicAttribute";
    public const string Idempotent = "DynamoGen.IdempotentAttribute";
    public const string Condition = "DynamoGen.ConditionAttribute";
    public const string CapacityBudget = "DynamoGen.CapacityBudgetAttribute";
    public const string WriteBudget = "DynamoGen.WriteBudgetAttribute";
    public const string Filter = "DynamoGen.FilterAttribute";
    public const string Update = "DynamoGen.UpdateAttribute";
    public const string OptimisticLock = "DynamoGen.OptimisticLockAttribute";
    public const string CreatedAt = "DynamoGen.CreatedAtAttribute";
    public const string UpdatedAt = "DynamoGen.UpdatedAtAttribute";
    public const string TimeToLive = "DynamoGen.TimeToLiveAttribute";
    public const string AllowScan = "DynamoGen.AllowScanAttribute";
    public const string IncludeExpired = "DynamoGen.IncludeExpiredAttribute";
    public const string MultiAttributeKey = "DynamoGen.MultiAttributeKeyAttribute";
    public const string Unique = "DynamoGen.UniqueAttribute";
    public const string Projection = "DynamoGen.ProjectionAttribute`1";
    public const string Hydrate = "DynamoGen.HydrateAttribute";
    public const string DerivedType = "DynamoGen.DerivedTypeAttribute`1";
}
