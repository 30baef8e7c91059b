namespace DynamoGen.Schema;

/// <summary>A local secondary index as its <see cref="LocalIndexAttribute"/> declares it. It has the table's partition key.</summary>
public sealed record LocalIndexSchema
{
    /// <summary>The index's name.</summary>
    public required string Name { get; init; }

    /// <summary>The attribute that holds the index's sort key.</summary>
    public required string SortKey { get; init; }

    /// <summary>The sort key's type.</summary>
    public KeyAttributeType SortKeyType { get; init; }

    /// <summary>Which attributes the index holds beside the keys.</summary>
    public IndexProjection Projection { get; init; }

    /// <summary>With <see cref="IndexProjection.Include"/>, the attributes that the index holds beside the keys, <c>_t</c> and <c>_v</c> among them.</summary>
    public IReadOnlyList<string> NonKeyAttributes { get; init; } = [];
}
