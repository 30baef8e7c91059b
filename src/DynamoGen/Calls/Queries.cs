using System.Runtime.CompilerServices;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>Reads the items of one partition key.</summary>
internal sealed class Queries(RequestSender sender, QueryRequests requests)
{
    /// <summary>Reads the items of a Query as they are enumerated, page by page (each at most 1 MB).</summary>
    /// <typeparam name="TEntity">The entity, a projection of it, or its primary key.</typeparam>
    /// <typeparam name="TItemReader">Reads its items.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="options">How it reads.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="DynamoGenException">An item cannot be read, or a key cannot be built.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled a request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused a request for another reason.</exception>
    /// <remarks>
    /// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html">paginating table query results</see>.
    /// </remarks>
    public async IAsyncEnumerable<TEntity> QueryAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest
    {
        var remaining = options.Most(pattern);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var items = new List<TEntity>();
        var trail = new PageTrail(pattern.Table);
        do
        {
            items.Clear();
            var reader = new EntityPageReader<TEntity, TItemReader>(items);
            await requests.ReadPageAsync(query, remaining, trail, reader, cancellationToken).ConfigureAwait(false);
            remaining -= items.Count;
            foreach (var item in items)
            {
                call.ThrowIfCancelled(cancellationToken);
                yield return item;
            }
        }
        while (trail.NextKey is not null && remaining > 0);
    }

    /// <summary>Reads all items of a Query into a list.</summary>
    /// <inheritdoc cref="QueryAsync"/>
    public async ValueTask<IReadOnlyList<TEntity>> QueryListAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest
    {
        var remaining = options.Most(pattern);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var items = new List<TEntity>();
        var reader = new EntityPageReader<TEntity, TItemReader>(items);
        var trail = new PageTrail(pattern.Table);
        do
        {
            await requests.ReadPageAsync(query, remaining - items.Count, trail, reader, cancellationToken).ConfigureAwait(false);
        }
        while (trail.NextKey is not null && items.Count < remaining);

        return items;
    }

    /// <summary>Reads the first item of a Query.</summary>
    /// <returns>The item, or null when there is none.</returns>
    /// <inheritdoc cref="QueryAsync"/>
    public async ValueTask<TEntity?> QueryFirstAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest
    {
        var found = await QueryListAsync<TEntity, TItemReader, TRequest>(
            pattern, request, options with { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Reads one item collection, whose items are of several entities, by one Query.</summary>
    /// <typeparam name="TCollection">The type that gathers the items.</typeparam>
    /// <typeparam name="TAssembler">Its assembler.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="options">How it reads.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The collection, or null when none of its items exists.</returns>
    /// <exception cref="DynamoGenException">An item cannot be read, a required one is missing, or a key cannot be built.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled a request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused a request for another reason.</exception>
    public async ValueTask<TCollection?> QueryCollectionAsync<TCollection, TAssembler, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TCollection : class
        where TAssembler : struct, IItemCollectionAssembler<TCollection>
        where TRequest : struct, IQueryRequest
    {
        var most = options.Most(pattern);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var reader = new CollectionPageReader<TCollection, TAssembler>(default);
        var trail = new PageTrail(pattern.Table);
        do
        {
            reader = await requests.ReadPageAsync(query, most - reader.Taken, trail, reader, cancellationToken).ConfigureAwait(false);
        }
        while (trail.NextKey is not null && reader.Taken < most);

        return reader.Build();
    }
}
