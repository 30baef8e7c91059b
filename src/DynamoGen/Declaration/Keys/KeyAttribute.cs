namespace DynamoGen;

/// <summary>
/// Gives an entity its key in the table or in one index, as templates: literal text and placeholders such as
/// <c>ORDER#{OrderedAt:yyyy-MM-dd}#{OrderId}</c>. Numbers and dates are written in a fixed width, so that the order of the keys is the order of the
/// values, and text is escaped, so that two different tuples of values never give one key.
/// </summary>
/// <remarks>
/// A partition key has 1 to 2,048 bytes, a sort key 1 to 1,024: see
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas in Amazon DynamoDB</see>.
/// A placeholder of text must stand at the end of its template or be followed by <c>#</c>. A null value in an index key leaves the item out of that index.
/// The key of an index may also name a member of a nested object: <c>{Address.Country}</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class KeyAttribute : Attribute
{
    /// <summary>The table's primary key, of a table without a sort key.</summary>
    /// <param name="partitionKey">The template of the partition key.</param>
    public KeyAttribute(string partitionKey) => PartitionKey = partitionKey;

    /// <summary>The table's primary key.</summary>
    /// <param name="partitionKey">The template of the partition key.</param>
    /// <param name="sortKey">The template of the sort key.</param>
    public KeyAttribute(string partitionKey, string sortKey) => (PartitionKey, SortKey) = (partitionKey, sortKey);

    /// <summary>The key in a secondary index.</summary>
    /// <param name="index">The name of an index that the entity's table declares.</param>
    /// <param name="partitionKey">The template of the index's partition key.</param>
    /// <param name="sortKey">The template of the index's sort key, or null for an index without one.</param>
    public KeyAttribute(string index, string partitionKey, string? sortKey) =>
        (Index, PartitionKey, SortKey) = (index, partitionKey, sortKey);

    /// <summary>The index's name, or null for the table's primary key.</summary>
    public string? Index { get; }

    /// <summary>The template of the partition key.</summary>
    public string PartitionKey { get; }

    /// <summary>The template of the sort key.</summary>
    public string? SortKey { get; }

    /// <summary>
    /// Spreads the partition key over this many shards, 2 to 100: <c>#</c> and a shard number are added to it. That of an index is computed from the item's
    /// primary key, that of the table from its sort key, which needs a placeholder, so that a read or a write of one item is one request still. A local index
    /// has the shards of its table. A query asks all shards and merges their answers in sort order.
    /// </summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html">write sharding</see>.</remarks>
    public int Shards { get; init; }

    /// <summary>Why few distinct partition keys are right here; silences rules DG2001 to DG2004 and DG2007 for this key.</summary>
    public string? LowCardinalityJustification { get; init; }
}
