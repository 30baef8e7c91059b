namespace DynamoGen.Cli.Adoption.Tables;

/// <summary>What is known of a table beside its items.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Key">Its own key.</param>
/// <param name="Indexes">Its secondary indexes.</param>
/// <param name="ProvisionedUnits">Read and write capacity units a second; null on demand.</param>
/// <param name="TimeToLive">The attribute of an item's end, or null.</param>
/// <param name="StreamView">What the change stream carries, as DynamoDB names it; null without a stream.</param>
internal sealed record TableShape(
    string Name,
    KeyShape Key,
    IReadOnlyList<IndexShape> Indexes,
    (long Read, long Write)? ProvisionedUnits = null,
    string? TimeToLive = null,
    string? StreamView = null);

/// <summary>The attributes of a key. Of a global index there may be several each.</summary>
/// <param name="Partition">The partition key.</param>
/// <param name="Sort">The sort key; empty without one.</param>
internal sealed record KeyShape(IReadOnlyList<KeyColumn> Partition, IReadOnlyList<KeyColumn> Sort)
{
    public IEnumerable<KeyColumn> Columns => Partition.Concat(Sort);

    /// <summary>Whether each key is one attribute, as templates describe it.</summary>
    public bool IsTemplated => Partition.Count == 1 && Sort.Count <= 1;
}

/// <summary>An attribute of a key.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="Type"><c>S</c>, <c>N</c> or <c>B</c>.</param>
internal sealed record KeyColumn(string Attribute, string Type);

/// <summary>A secondary index.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsGlobal">Whether it is a global one.</param>
/// <param name="Key">Its key.</param>
/// <param name="Projection"><c>ALL</c>, <c>KEYS_ONLY</c> or <c>INCLUDE</c>.</param>
/// <param name="NonKeyAttributes">What it holds beside keys, where it holds some.</param>
internal sealed record IndexShape(string Name, bool IsGlobal, KeyShape Key, string Projection, IReadOnlyList<string> NonKeyAttributes);
