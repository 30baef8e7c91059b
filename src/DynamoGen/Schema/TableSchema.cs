namespace DynamoGen.Schema;

/// <summary>A table as its <see cref="TableAttribute"/> declares it: names, key attributes, indexes and capacity.</summary>
public sealed record TableSchema
{
    /// <summary>The table's name before any prefix.</summary>
    public required string Name { get; init; }

    /// <summary>The attribute that holds the partition key.</summary>
    public required string PartitionKey { get; init; }

    /// <summary>The attribute that holds the sort key, or null.</summary>
    public string? SortKey { get; init; }

    /// <summary>The partition key's type.</summary>
    public KeyAttributeType PartitionKeyType { get; init; }

    /// <summary>The sort key's type.</summary>
    public KeyAttributeType SortKeyType { get; init; }

    /// <summary>What the table is for.</summary>
    public TablePurpose Purpose { get; init; }

    /// <summary>How capacity is paid for.</summary>
    public BillingMode Billing { get; init; } = BillingMode.OnDemand;

    /// <summary>The table's throughput.</summary>
    public ThroughputSchema Throughput { get; init; } = new();

    /// <summary>The attribute of each item that names its entity.</summary>
    public string TypeAttribute { get; init; } = "_t";

    /// <summary>The attribute of each item that holds the version of its stored shape.</summary>
    public string VersionAttribute { get; init; } = "_v";

    /// <summary>Whether the items carry these two.</summary>
    public ItemMarks Marks { get; init; }

    /// <summary>The attribute whose epoch seconds tell when an item expires, or null.</summary>
    public string? TimeToLive { get; init; }

    /// <summary>What the table's change stream carries; <see cref="StreamView.None"/> where it has none.</summary>
    public StreamView Stream { get; init; }

    /// <summary>The table's local secondary indexes.</summary>
    public IReadOnlyList<LocalIndexSchema> LocalIndexes { get; init; } = [];

    /// <summary>The table's global secondary indexes.</summary>
    public IReadOnlyList<GlobalIndexSchema> GlobalIndexes { get; init; } = [];

    /// <summary>The table's vector indexes.</summary>
    public IReadOnlyList<VectorIndexSchema> VectorIndexes { get; init; } = [];

    /// <summary>The traffic at the peak, from which thresholds of alarms are made; null where none is declared.</summary>
    public TrafficSchema? Traffic { get; init; }

    /// <summary>What storage and throughput cost in proportion.</summary>
    public TableClass Class { get; init; }

    /// <summary>By whose key the table is encrypted.</summary>
    public TableEncryption Encryption { get; init; }

    /// <summary>The id, ARN or alias of the customer's key; null where another one encrypts.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>Of how many days the table can be restored as it was at any second; 0 for none.</summary>
    public int RecoveryPeriodInDays { get; init; }

    /// <summary>Whether DeleteTable is refused.</summary>
    public bool DeletionProtection { get; init; }

    /// <summary>
    /// The regions of a table that is in several, in the order in which they are declared; none for one that is in the client's region alone.
    /// </summary>
    public IReadOnlyList<ReplicaSchema> Replicas { get; init; } = [];

    /// <summary>What they agree on.</summary>
    public TableConsistency Consistency { get; init; }

    /// <summary>Which of them write its items.</summary>
    public RegionWritesSchema Writes { get; init; } = new(RegionWriteMode.AnyRegion);

    /// <summary>The table's tags.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>The attributes of the keys of the table and of its indexes, each once, as CreateTable defines them.</summary>
    public IReadOnlyList<KeyAttributeSchema> ListKeyAttributes() => [.. KeyAttributes().Distinct()];

    private IEnumerable<KeyAttributeSchema> KeyAttributes()
    {
        yield return new(PartitionKey, PartitionKeyType);
        if (SortKey is not null)
        {
            yield return new(SortKey, SortKeyType);
        }

        foreach (var index in GlobalIndexes)
        {
            yield return new(index.PartitionKey, index.PartitionKeyType);
            if (index.SortKey is not null)
            {
                yield return new(index.SortKey, index.SortKeyType);
            }

            foreach (var key in index.FurtherPartitionKeys.Concat(index.FurtherSortKeys))
            {
                yield return key;
            }
        }

        foreach (var index in LocalIndexes)
        {
            yield return new(index.SortKey, index.SortKeyType);
        }
    }
}
