namespace DynamoGen.Schema;

/// <summary>A local secondary index as its <see cref="LocalIndexAttribute"/> declares it. It has the table's partition key and projects all attributes.</summary>
public sealed record LocalIndexSchema
{
    /// <summary>The index's name.</summary>
    public required string Name { get; init; }

    /// <summary>The attribute that holds the index's sort key; its type is String.</summary>
    public required string SortKey { get; init; }
}
