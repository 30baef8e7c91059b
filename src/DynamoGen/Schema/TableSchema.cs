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

    /// <summary>How capacity is paid for.</summary>
    public BillingMode Billing { get; init; } = BillingMode.OnDemand;

    /// <summary>Provisioned read capacity units a second; 0 when capacity is on demand.</summary>
    public long ReadCapacityUnits { get; init; }

    /// <summary>Provisioned write capacity units a second; 0 when capacity is on demand.</summary>
    public long WriteCapacityUnits { get; init; }

    /// <summary>The attribute whose epoch seconds tell when an item expires, or null.</summary>
    public string? TimeToLive { get; init; }

    /// <summary>What the table's change stream carries; <see cref="StreamView.None"/> where it has none.</summary>
    public StreamView Stream { get; init; }

    /// <summary>The table's local secondary indexes.</summary>
    public IReadOnlyList<LocalIndexSchema> LocalIndexes { get; init; } = [];

    /// <summary>The table's global secondary indexes.</summary>
    public IReadOnlyList<GlobalIndexSchema> GlobalIndexes { get; init; } = [];
}
