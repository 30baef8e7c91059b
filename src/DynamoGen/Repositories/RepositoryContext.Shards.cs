using System.Runtime.CompilerServices;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>
    /// Reads the items of a key that is spread over shards: asks all shards at once, page by page, and merges their answers in the order of the sort key; where
    /// sort keys are equal, the shard's number decides.
    /// </summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html">write sharding</see>. Each shard costs at least one request.</remarks>
    /// <inheritdoc cref="QueryAsync"/>
    public async IAsyncEnumerable<TEntity> QueryShardsAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IShardedQueryRequest
    {
        var remaining = options.Most(pattern);
        using var call = telemetry.Start(pattern, TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var merge = new ShardMerge<TEntity, TItemReader, TRequest>(this, query, cursor: null);
        await merge.BeginAsync(EvenShare(remaining, request.Shards), cancellationToken).ConfigureAwait(false);
        while (remaining > 0 && await merge.MoveNextAsync(remaining, cancellationToken).ConfigureAwait(false))
        {
            yield return merge.Current;
            remaining--;
        }
    }

    /// <summary>Twice what a shard gives on average: hashing spreads items so evenly that one seldom gives more.</summary>
    private static int EvenShare(int limit, int shards) => limit == int.MaxValue ? limit : (int)Math.Min(limit, (2L * limit / shards) + 2);
}
