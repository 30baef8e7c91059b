using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Declarations.Reads;

/// <summary>Queries the items of one partition.</summary>
/// <param name="Signature">The method.</param>
/// <param name="Result">What it yields.</param>
/// <param name="Condition">The key condition.</param>
/// <param name="Filter">What the items are filtered by after they were read, or null.</param>
/// <param name="IsDescending">From the highest sort key down.</param>
/// <param name="IsConsistent">Whether the read is strongly consistent.</param>
/// <param name="Form">What each item becomes.</param>
/// <param name="Collection">The item collection that is yielded, or null.</param>
internal sealed record QueryPattern(
    PatternSignature Signature,
    QueryResult Result,
    KeyConditionModel Condition,
    Condition? Filter,
    bool IsDescending,
    bool IsConsistent,
    ItemForm Form,
    ItemCollectionModel? Collection) : PatternModel(Signature)
{
    /// <summary>What a list of all items is returned as.</summary>
    public ListShape List { get; init; }

    public override string? Index => Condition.Key.Index;

    /// <summary>Whether the partition key is spread over shards, which are all asked.</summary>
    public bool IsSharded => Condition.Key.Shards > 1;

    /// <summary>Whether several queries are asked and merged: one for each shard, or for each value of a part of the partition key.</summary>
    public bool IsMerged => IsSharded || Condition.Values is not null;
}

/// <summary>What a query yields.</summary>
internal enum QueryResult
{
    Stream,
    List,
    First,
    Page,
    Collection,
    Count,

    /// <summary>Whether there is an item.</summary>
    Any,
}
