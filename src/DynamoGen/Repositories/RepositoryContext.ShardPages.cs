using DynamoGen.Cursors;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>
    /// Reads one page of a key that is spread over shards: asks the shards at once and merges their answers in the order of the sort key, across pages too. Where sort keys are
    /// equal, the shard's number decides.
    /// </summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters; the same for each page of a query.</param>
    /// <param name="options">How it reads; its limit is not used.</param>
    /// <param name="limit">The items of the page, at least 1. Each shard is asked for twice its even share, and for more only if it has more.</param>
    /// <param name="cursor">The cursor of the page before, or null for the first page. It carries a key of each shard.</param>
    /// <param name="identity">The parameters without what differs from page to page, such as the time by which items expire; null where nothing does.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <remarks>
    /// A cursor stands behind an item of the merged order: of the items that are written afterwards, those before it are not seen and those behind it are, except in shards that
    /// had ended. Each page costs at least one request for each shard that has not ended. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html">write sharding</see>.
    /// </remarks>
    /// <inheritdoc cref="QueryPageAsync"/>
    public async ValueTask<Page<TEntity>> QueryShardsPageAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        int limit,
        string? cursor,
        TRequest? identity,
        CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IShardedQueryRequest
    {
        var most = (options with { Limit = limit }).Most(pattern);
        using var call = telemetry.Start(pattern, TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var (seal, opened) = OpenCursor(query with { Request = identity ?? request }, cursor, request.Shards);
        var position = opened is null ? null : MergedPosition.FromJson(opened);
        var merge = new ShardMerge<TEntity, TItemReader, TRequest>(this, query, position);
        await merge.BeginAsync(EvenShare(most, request.Shards), cancellationToken).ConfigureAwait(false);
        var items = new List<TEntity>();
        while (items.Count < most && await merge.MoveNextAsync(most - items.Count, cancellationToken).ConfigureAwait(false))
        {
            items.Add(merge.Current);
        }

        return new Page<TEntity>(items, merge.Position is { } reached ? _cursors.Close(reached.ToJson(), seal) : null);
    }
}
