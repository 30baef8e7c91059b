using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>Reads the items of one partition key a page at a time, with a cursor from each page to the next.</summary>
internal sealed class PageQueries(RequestSender sender, QueryRequests requests, QueryCursors cursors)
{
    /// <summary>Reads one page of a Query, to be gone on from by its cursor.</summary>
    /// <typeparam name="TEntity">The entity, a projection of it, or its primary key.</typeparam>
    /// <typeparam name="TItemReader">Reads its items.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters; the same for each page of a query.</param>
    /// <param name="options">How it reads; its limit is not used.</param>
    /// <param name="limit">The items of the page, at least 1. It takes as many requests as it takes, each of at most 1 MB.</param>
    /// <param name="cursor">The cursor of the page before, or null for the first page.</param>
    /// <param name="identity">The parameters without what differs from page to page, such as the time by which items expire; null where nothing does.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Exactly <paramref name="limit"/> items, unless the query ends; and a cursor if DynamoDB says that more may follow.</returns>
    /// <exception cref="InvalidCursorException">
    /// The cursor was not made by this access pattern with these parameters and a known key. Nothing was sent.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    /// <exception cref="DynamoGenException">An item cannot be read, or a key cannot be built.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused a request.</exception>
    /// <remarks>
    /// A cursor stands behind an item, not at a number: items written before it are not seen, items written behind it are. Each request looks at no more
    /// items than are still missing from the page, so that none is read in vain; with a filter that few items pass, that makes for many requests. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html">paginating table query results</see>.
    /// </remarks>
    public async ValueTask<Page<TEntity>> QueryPageAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        int limit,
        string? cursor,
        TRequest? identity,
        CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest
    {
        var most = (options with { Limit = limit }).Most(pattern);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var (seal, startKey) = cursors.Open(query with { Request = identity ?? request }, cursor, shards: 0, telling: [-1]);
        var trail = new PageTrail(pattern.Table, startKey);
        var items = new List<TEntity>();
        var reader = new EntityPageReader<TEntity, TItemReader>(items);
        do
        {
            await requests.ReadPageAsync(query, most - items.Count, trail, reader, cancellationToken).ConfigureAwait(false);
        }
        while (trail.NextKey is not null && items.Count < most);

        return new Page<TEntity>(items, trail.NextKey is null ? null : cursors.Close(trail.NextKey, seal));
    }
}
