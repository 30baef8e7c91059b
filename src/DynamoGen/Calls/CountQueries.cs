using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;

namespace DynamoGen.Calls;

/// <summary>Counts the items of one partition key, which are read and paid for but not sent.</summary>
internal sealed class CountQueries(RequestSender sender, QueryRequests requests)
{
    /// <summary>Counts the items of a Query, over all its pages (each at most 1 MB of what is read).</summary>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="options">How it reads.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many items meet the key condition and the filter.</returns>
    /// <exception cref="DynamoGenException">A key cannot be built.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled a request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused a request for another reason.</exception>
    /// <remarks>
    /// Counting costs what reading does. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Other.html">counting the items in the results</see>.
    /// </remarks>
    public async ValueTask<long> CountAsync<TRequest>(AccessPattern pattern, TRequest request, QueryOptions options, CancellationToken cancellationToken)
        where TRequest : struct, IQueryRequest
    {
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options with { CountsOnly = true });
        return await CountAsync(query, shard: -1, stopsAtFirst: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts the items of a key that is spread over shards, which are all asked at once, or of several partitions, 25 at a time.</summary>
    /// <inheritdoc cref="CountAsync{TRequest}(AccessPattern, TRequest, QueryOptions, CancellationToken)"/>
    public async ValueTask<long> CountShardsAsync<TRequest>(
        AccessPattern pattern, TRequest request, QueryOptions options, CancellationToken cancellationToken)
        where TRequest : struct, IShardedQueryRequest
    {
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options with { CountsOnly = true });
        var count = 0L;
        foreach (var lanes in Lanes.Of(query).Chunk(TRequest.HasValues ? Lanes.AtOnce : Lanes.Most))
        {
            var counts = await Task.WhenAll(lanes
                .Select(lane => CountAsync(query, lane, stopsAtFirst: false, cancellationToken).AsTask())).ConfigureAwait(false);
            count += counts.Sum();
        }

        return count;
    }

    /// <summary>Asks whether a Query finds an item; it reads until there is one.</summary>
    /// <returns>Whether there is one.</returns>
    /// <inheritdoc cref="CountAsync{TRequest}(AccessPattern, TRequest, QueryOptions, CancellationToken)"/>
    public async ValueTask<bool> AnyAsync<TRequest>(AccessPattern pattern, TRequest request, QueryOptions options, CancellationToken cancellationToken)
        where TRequest : struct, IQueryRequest
    {
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options with { CountsOnly = true });
        return await CountAsync(query, shard: -1, stopsAtFirst: true, cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Asks whether a Query finds an item of several shards or partitions, one after the other until there is one.</summary>
    /// <returns>Whether there is one.</returns>
    /// <inheritdoc cref="CountAsync{TRequest}(AccessPattern, TRequest, QueryOptions, CancellationToken)"/>
    public async ValueTask<bool> AnyShardsAsync<TRequest>(
        AccessPattern pattern, TRequest request, QueryOptions options, CancellationToken cancellationToken)
        where TRequest : struct, IShardedQueryRequest
    {
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options with { CountsOnly = true });
        foreach (var lane in Lanes.Of(query))
        {
            if (await CountAsync(query, lane, stopsAtFirst: true, cancellationToken).ConfigureAwait(false) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<long> CountAsync<TRequest>(QueryCall<TRequest> query, int shard, bool stopsAtFirst, CancellationToken cancellationToken)
        where TRequest : struct, IQueryRequest
    {
        var count = 0L;
        var trail = new PageTrail(query.Pattern.Table);
        var limit = query.Options.Limit ?? int.MaxValue;
        do
        {
            var page = await requests.ReadPageAsync(query, limit, trail, default(CountingPageReader), cancellationToken, shard).ConfigureAwait(false);
            count += page.Count;
        }
        while (trail.NextKey is not null && !(stopsAtFirst && count > 0));

        return count;
    }
}
