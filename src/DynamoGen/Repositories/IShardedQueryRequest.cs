using DynamoGen.Keys;

namespace DynamoGen.Repositories;

/// <summary>The parameters of a Query of a key that is spread over shards.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public interface IShardedQueryRequest<TEntity> : IQueryRequest
{
    /// <summary>How many shards there are.</summary>
    int Shards { get; }

    /// <summary>Writes the sort key by which the shards' answers are merged.</summary>
    /// <param name="key">The key being built.</param>
    /// <param name="entity">An item of an answer.</param>
    void WriteSortKey(ref KeyBuilder key, TEntity entity);
}
