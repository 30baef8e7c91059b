using System.ComponentModel;

namespace DynamoGen.Requests;

/// <summary>
/// The parameters of a Query whose partition key is spread over shards, or that asks for several values of a part of it: as many queries, which are merged.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IShardedQueryRequest : IQueryRequest
{
    /// <summary>Whether there is a query for each of several values of a part of the partition key; two of the values may be of one partition.</summary>
    static virtual bool HasValues => false;

    /// <summary>
    /// How many queries there are, numbered from 0: one for each shard, one for each value, or one for each shard of the first value, of the second and so on.
    /// </summary>
    int Shards { get; }
}
