using System.Runtime.CompilerServices;
using DynamoGen.Cursors;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls.Shards;

/// <summary>Reads the items of a partition key that is spread over shards, or of several partitions.</summary>
internal sealed class ShardQueries(RequestSender sender, QueryRequests requests, QueryCursors cursors)
{
    /// <summary>
    /// Reads the items of a key that is spread over shards: asks all shards at once, page by page, and merges their answers in the order of the sort key; where
    /// sort keys are equal, the shard's number decides. The partitions of several values of a part of the key are asked alike, 25 at a time and 100 at
    /// most, and the position of the value decides.
    /// </summary>
    /// <exception cref="ItemValueException">The values are of more than 100 partitions.</exception>
    /// <remarks>
    /// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html">write sharding</see>. Each
    /// shard costs at least one request.
    /// </remarks>
    /// <inheritdoc cref="Queries.QueryAsync"/>
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
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var lanes = Lanes.Of(query);
        var merge = new ShardMerge<TEntity, TItemReader, TRequest>(requests, query, lanes, cursor: null);
        await merge.BeginAsync(EvenShare(remaining, lanes.Length), cancellationToken).ConfigureAwait(false);
        while (remaining > 0 && await merge.MoveNextAsync(remaining, cancellationToken).ConfigureAwait(false))
        {
            call.ThrowIfCancelled(cancellationToken);
            yield return merge.Current;
            remaining--;
        }
    }

    /// <summary>Reads the items of a key that is spread over shards into a list, in the order of the sort key.</summary>
    /// <inheritdoc cref="QueryShardsAsync"/>
    public async ValueTask<IReadOnlyList<TEntity>> QueryShardsListAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IShardedQueryRequest
    {
        var items = new List<TEntity>();
        await foreach (var item in QueryShardsAsync<TEntity, TItemReader, TRequest>(pattern, request, options, cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>Reads the first item of a key that is spread over shards, in the order of the sort key.</summary>
    /// <returns>The item, or null when there is none.</returns>
    /// <inheritdoc cref="QueryShardsAsync"/>
    public async ValueTask<TEntity?> QueryShardsFirstAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IShardedQueryRequest
    {
        var found = await QueryShardsListAsync<TEntity, TItemReader, TRequest>(
            pattern, request, options with { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>
    /// Reads one page of a key that is spread over shards: asks the shards at once and merges their answers in the order of the sort key, across
    /// pages too. Where sort keys are equal, the shard's number decides.
    /// </summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters; the same for each page of a query.</param>
    /// <param name="options">How it reads; its limit is not used.</param>
    /// <param name="limit">The items of the page, at least 1. Each shard is asked for twice its even share, and for more only if it has more.</param>
    /// <param name="cursor">The cursor of the page before, or null for the first page. It carries a key of each shard.</param>
    /// <param name="identity">The parameters without what differs from page to page, such as the time by which items expire; null where nothing does.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <remarks>
    /// A cursor stands behind an item of the merged order: of the items that are written afterwards, those before it are not seen and those behind it
    /// are, except in shards that had ended. Each page costs at least one request for each shard that has not ended. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html">write sharding</see>.
    /// </remarks>
    /// <inheritdoc cref="PageQueries.QueryPageAsync"/>
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
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var lanes = Lanes.Of(query);
        var (seal, opened) = cursors.Open(query with { Request = identity ?? request }, cursor, request.Shards, TRequest.HasValues ? lanes : [0]);
        var position = opened is null ? null : MergedPosition.FromJson(opened);
        var merge = new ShardMerge<TEntity, TItemReader, TRequest>(requests, query, lanes, position);
        await merge.BeginAsync(EvenShare(most, lanes.Length), cancellationToken).ConfigureAwait(false);
        var items = new List<TEntity>();
        while (items.Count < most && await merge.MoveNextAsync(most - items.Count, cancellationToken).ConfigureAwait(false))
        {
            call.ThrowIfCancelled(cancellationToken);
            items.Add(merge.Current);
        }

        return new Page<TEntity>(items, merge.Position is { } reached ? cursors.Close(reached.ToJson(), seal) : null);
    }

    /// <summary>Twice what a shard gives on average: hashing spreads items so evenly that one seldom gives more.</summary>
    internal static int EvenShare(int limit, int shards) => limit == int.MaxValue ? limit : (int)Math.Min(limit, (2L * limit / Math.Max(1, shards)) + 2);
}
