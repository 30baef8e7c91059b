using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Tables;

/// <summary>A class marked with <c>[Table]</c>.</summary>
internal sealed record TableModel(
    TypeIdentity Type,
    string Name,
    string PartitionKey,
    string? SortKey,
    bool IsProvisioned,
    ThroughputModel Throughput,
    string? TimeToLive,
    EquatableArray<IndexModel> Indexes,
    KeyAttributeType PartitionKeyType = KeyAttributeType.String,
    KeyAttributeType SortKeyType = KeyAttributeType.String)
{
    /// <summary>The attributes by which its items are known for those of their entities.</summary>
    public MarksModel Marks { get; init; } = MarksModel.Default;

    /// <summary>What its change stream carries.</summary>
    public StreamView Stream { get; init; }

    /// <summary>What it is for, and how AWS keeps it.</summary>
    public TableSettings Settings { get; init; } = new();
}

/// <summary>One attribute of an index's key.</summary>
internal sealed record IndexKeyModel(string Name, KeyAttributeType Type);

/// <summary>A secondary index of a table; a local one has the table's partition key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PartitionKey">The attribute of its partition key.</param>
/// <param name="SortKey">The attribute of its sort key, or null.</param>
/// <param name="IsLocal">Whether it is a local one.</param>
/// <param name="NonKeyAttributes">The attributes that it holds beside the keys; null where it holds all.</param>
/// <param name="PartitionKeyType">The type of its partition key.</param>
/// <param name="SortKeyType">The type of its sort key.</param>
/// <param name="IsMultiAttribute">Whether its keys are made of several attributes.</param>
/// <param name="FurtherPartitionKeys">The attributes of such a partition key behind the first.</param>
/// <param name="FurtherSortKeys">The attributes of such a sort key behind the first.</param>
internal sealed record IndexModel(
    string Name,
    string PartitionKey,
    string? SortKey,
    bool IsLocal = false,
    EquatableArray<string>? NonKeyAttributes = null,
    KeyAttributeType PartitionKeyType = KeyAttributeType.String,
    KeyAttributeType SortKeyType = KeyAttributeType.String,
    bool IsMultiAttribute = false,
    EquatableArray<IndexKeyModel> FurtherPartitionKeys = default,
    EquatableArray<IndexKeyModel> FurtherSortKeys = default)
{
    /// <summary>Its own throughput; null where it has the table's.</summary>
    public ThroughputModel? Throughput { get; init; }
}
