namespace DynamoGen.Schema;

/// <summary>A global secondary index as its <see cref="GlobalIndexAttribute"/> declares it. It projects all attributes.</summary>
public sealed record GlobalIndexSchema
{
    /// <summary>The index's name.</summary>
    public required string Name { get; init; }

    /// <summary>The attribute that holds the index's partition key; its type is String.</summary>
    public required string PartitionKey { get; init; }

    /// <summary>The attribute that holds the index's sort key, or null; its type is String.</summary>
    public string? SortKey { get; init; }
}
