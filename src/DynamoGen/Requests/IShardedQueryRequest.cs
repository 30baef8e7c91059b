using System.ComponentModel;

namespace DynamoGen.Requests;

/// <summary>The parameters of a Query whose partition key is spread over shards.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IShardedQueryRequest : IQueryRequest
{
    /// <summary>How many shards there are; they are numbered from 0.</summary>
    int Shards { get; }
}
