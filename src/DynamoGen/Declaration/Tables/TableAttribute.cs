namespace DynamoGen;

/// <summary>
/// Declares one physical DynamoDB table. The class it stands on holds nothing of its own: the generator adds the table's
/// <see cref="Schema.TableSchema"/>, from which a development table can be created and which the build checks entities against.
/// </summary>
/// <param name="name">The table's name, 3 to 255 characters of <c>a-z A-Z 0-9 _ - .</c>; the options may add a prefix for each environment.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html">core components of Amazon DynamoDB</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TableAttribute(string name) : Attribute
{
    /// <summary>The table's name before any prefix.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that holds the partition key; at most 255 bytes. Default <c>pk</c>.</summary>
    public string PartitionKey { get; init; } = "pk";

    /// <summary>The attribute that holds the sort key, or null for a table without one; at most 255 bytes. Default <c>sk</c>.</summary>
    public string? SortKey { get; init; } = "sk";

    /// <summary>The partition key's type. Default <see cref="KeyAttributeType.String"/>.</summary>
    public KeyAttributeType PartitionKeyType { get; init; }

    /// <summary>The sort key's type. Default <see cref="KeyAttributeType.String"/>.</summary>
    public KeyAttributeType SortKeyType { get; init; }

    /// <summary>
    /// The attribute in which each item carries the <see cref="EntityAttribute{TTable}.Name"/> of its entity; at most 255 bytes. Default <c>_t</c>. A table of
    /// another program has a name of its own for it, such as <c>__edb_e__</c>, <c>_type</c> or <c>entity</c>. It is no attribute of an entity and no key, or
    /// the build fails. To change it of a table that has items is to read them as items without a mark.
    /// </summary>
    public string TypeAttribute { get; init; } = "_t";

    /// <summary>
    /// The attribute in which each item carries the <see cref="EntityAttribute{TTable}.Version"/> of its stored shape, as a number; at most 255 bytes. Default
    /// <c>_v</c>. The same holds of it as of <see cref="TypeAttribute"/>.
    /// </summary>
    public string VersionAttribute { get; init; } = "_v";

    /// <summary>Whether the items carry these two. Default <see cref="ItemMarks.Required"/>.</summary>
    public ItemMarks Marks { get; init; }

    /// <summary>What the table is for. Default <see cref="TablePurpose.Unspecified"/>.</summary>
    public TablePurpose Purpose { get; init; }

    /// <summary>How the table's capacity is paid for. Default <see cref="BillingMode.OnDemand"/>.</summary>
    public BillingMode Billing { get; init; } = BillingMode.OnDemand;

    /// <summary>Provisioned read capacity units a second; used only with <see cref="BillingMode.Provisioned"/>.</summary>
    public long ReadCapacityUnits { get; init; }

    /// <summary>Provisioned write capacity units a second; used only with <see cref="BillingMode.Provisioned"/>.</summary>
    public long WriteCapacityUnits { get; init; }

    /// <summary>
    /// With <see cref="BillingMode.OnDemand"/>, the most read request units a second; with <see cref="BillingMode.Provisioned"/>, up to where read capacity
    /// is scaled, from <see cref="ReadCapacityUnits"/> on. Default 0: no bound, and no scaling.
    /// </summary>
    public long MaxReadUnits { get; init; }

    /// <summary>The same for writes.</summary>
    public long MaxWriteUnits { get; init; }

    /// <summary>
    /// Read units a second that the table takes at once, without growing into them before. Default 0: what DynamoDB gives by itself. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html">warm throughput</see>.
    /// </summary>
    public long WarmReadUnits { get; init; }

    /// <summary>The same for writes.</summary>
    public long WarmWriteUnits { get; init; }

    /// <summary>The share of the capacity, in percent from 20 to 90, that scaling aims at. Default 70.</summary>
    public int TargetUtilization { get; init; } = 70;

    /// <summary>What storage and throughput cost in proportion. Default <see cref="TableClass.Standard"/>.</summary>
    public TableClass Class { get; init; }

    /// <summary>By whose key the table is encrypted. Default <see cref="TableEncryption.DynamoDBOwnedKey"/>.</summary>
    public TableEncryption Encryption { get; init; }

    /// <summary>The id, ARN or alias of the key, with <see cref="TableEncryption.CustomerManagedKey"/> alone.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>
    /// Whether the table can be restored as it was at any second of the last days. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html">point-in-time recovery</see>.
    /// </summary>
    public bool PointInTimeRecovery { get; init; }

    /// <summary>Of how many days, 1 to 35, with <see cref="PointInTimeRecovery"/>. Default 35.</summary>
    public int RecoveryPeriodInDays { get; init; } = 35;

    /// <summary>Whether DeleteTable is refused.</summary>
    public bool DeletionProtection { get; init; }

    /// <summary>What the replicas of a table in several regions agree on. Default <see cref="TableConsistency.Eventual"/>.</summary>
    public TableConsistency Consistency { get; init; }

    /// <summary>
    /// The attribute whose epoch seconds tell when an item expires, or null for none; entities store it by a property marked with
    /// <see cref="TimeToLiveAttribute"/>.
    /// </summary>
    public string? TimeToLive { get; init; }

    /// <summary>
    /// What the table's change stream carries, for handlers marked with <see cref="StreamHandlerAttribute{TTable}"/>. Default
    /// <see cref="StreamView.None"/>: no stream.
    /// </summary>
    public StreamView Stream { get; init; }
}
