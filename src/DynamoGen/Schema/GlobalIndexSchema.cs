namespace DynamoGen.Schema;

/// <summary>A global secondary index as its <see cref="GlobalIndexAttribute"/> declares it.</summary>
public sealed record GlobalIndexSchema
{
    /// <summary>The index's name.</summary>
    public required string Name { get; init; }

    /// <summary>The attribute that holds the index's partition key.</summary>
    public required string PartitionKey { get; init; }

    /// <summary>The attribute that holds the index's sort key, or null.</summary>
    public string? SortKey { get; init; }

    /// <summary>The partition key's type.</summary>
    public KeyAttributeType PartitionKeyType { get; init; }

    /// <summary>The sort key's type.</summary>
    public KeyAttributeType SortKeyType { get; init; }

    /// <summary>Which attributes the index holds beside the keys.</summary>
    public IndexProjection Projection { get; init; }

    /// <summary>With <see cref="IndexProjection.Include"/>, the attributes that the index holds beside the keys, <c>_t</c> and <c>_v</c> among them.</summary>
    public IReadOnlyList<string> NonKeyAttributes { get; init; } = [];

    /// <summary>Further attributes of a partition key that is made of several.</summary>
    public IReadOnlyList<KeyAttributeSchema> FurtherPartitionKeys { get; init; } = [];

    /// <summary>Further attributes of a sort key that is made of several, in order.</summary>
    public IReadOnlyList<KeyAttributeSchema> FurtherSortKeys { get; init; } = [];

    /// <summary>The index's own throughput; null where it has the table's.</summary>
    public ThroughputSchema? Throughput { get; init; }
}
