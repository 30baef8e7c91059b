using DynamoGen.Batches;
using DynamoGen.Calls;
using DynamoGen.Calls.Shards;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <inheritdoc cref="ItemReads.GetItemAsync"/>
    public ValueTask<TEntity?> GetItemAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        bool consistentRead,
        CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest =>
        _reads.GetItemAsync<TEntity, TItemReader, TRequest>(pattern, request, consistentRead, cancellationToken);

    /// <inheritdoc cref="CachedReads.GetCachedItemAsync"/>
    public ValueTask<TEntity?> GetCachedItemAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest =>
        _cachedReads.GetCachedItemAsync<TEntity, TItemReader, TRequest>(pattern, request, cancellationToken);

    /// <inheritdoc cref="Queries.QueryAsync"/>
    public IAsyncEnumerable<TEntity> QueryAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken = default)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest =>
        _queries.QueryAsync<TEntity, TItemReader, TRequest>(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="Queries.QueryListAsync"/>
    public ValueTask<IReadOnlyList<TEntity>> QueryListAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest =>
        _queries.QueryListAsync<TEntity, TItemReader, TRequest>(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="Queries.QueryFirstAsync"/>
    public ValueTask<TEntity?> QueryFirstAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest =>
        _queries.QueryFirstAsync<TEntity, TItemReader, TRequest>(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="Queries.QueryCollectionAsync"/>
    public ValueTask<TCollection?> QueryCollectionAsync<TCollection, TAssembler, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TCollection : class
        where TAssembler : struct, IItemCollectionAssembler<TCollection>
        where TRequest : struct, IQueryRequest =>
        _queries.QueryCollectionAsync<TCollection, TAssembler, TRequest>(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="PageQueries.QueryPageAsync"/>
    public ValueTask<Page<TEntity>> QueryPageAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        int limit,
        string? cursor,
        TRequest? identity,
        CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest =>
        _pages.QueryPageAsync<TEntity, TItemReader, TRequest>(pattern, request, options, limit, cursor, identity, cancellationToken);

    /// <inheritdoc cref="ShardQueries.QueryShardsAsync"/>
    public IAsyncEnumerable<TEntity> QueryShardsAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken = default)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IShardedQueryRequest =>
        _shards.QueryShardsAsync<TEntity, TItemReader, TRequest>(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="ShardQueries.QueryShardsListAsync"/>
    public ValueTask<IReadOnlyList<TEntity>> QueryShardsListAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IShardedQueryRequest =>
        _shards.QueryShardsListAsync<TEntity, TItemReader, TRequest>(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="ShardQueries.QueryShardsFirstAsync"/>
    public ValueTask<TEntity?> QueryShardsFirstAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IShardedQueryRequest =>
        _shards.QueryShardsFirstAsync<TEntity, TItemReader, TRequest>(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="ShardQueries.QueryShardsPageAsync"/>
    public ValueTask<Page<TEntity>> QueryShardsPageAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        int limit,
        string? cursor,
        TRequest? identity,
        CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IShardedQueryRequest =>
        _shards.QueryShardsPageAsync<TEntity, TItemReader, TRequest>(pattern, request, options, limit, cursor, identity, cancellationToken);

    /// <inheritdoc cref="ShardCollections.QueryShardsCollectionAsync"/>
    public ValueTask<TCollection?> QueryShardsCollectionAsync<TCollection, TAssembler, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TCollection : class
        where TAssembler : struct, IItemCollectionAssembler<TCollection>
        where TRequest : struct, IShardedQueryRequest =>
        // An application without such collections is not published with them.
        new ShardCollections(_sender, new QueryRequests(_sender))
            .QueryShardsCollectionAsync<TCollection, TAssembler, TRequest>(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="Scans.ScanAsync"/>
    public IAsyncEnumerable<TEntity> ScanAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        int segments,
        bool consistentRead,
        CancellationToken cancellationToken = default)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest =>
        _scans.ScanAsync<TEntity, TItemReader, TRequest>(pattern, request, segments, consistentRead, cancellationToken);

    /// <inheritdoc cref="BatchReads.GetManyAsync"/>
    public IAsyncEnumerable<TEntity> GetManyAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        IEnumerable<TRequest> requests,
        bool consistentRead,
        CancellationToken cancellationToken = default)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest =>
        GetManyAsync<TEntity, TItemReader, TRequest>(pattern, new BatchSource<TRequest>(requests), consistentRead, cancellationToken);

    /// <inheritdoc cref="BatchReads.GetManyAsync"/>
    public IAsyncEnumerable<TEntity> GetManyAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        BatchSource<TRequest> requests,
        bool consistentRead,
        CancellationToken cancellationToken = default)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest =>
        _batchReads.GetManyAsync<TEntity, TItemReader, TRequest>(pattern, requests, consistentRead, cancellationToken);

    /// <inheritdoc cref="BatchReads.GetManyListAsync"/>
    public ValueTask<IReadOnlyList<TEntity?>> GetManyListAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern, BatchSource<TRequest> requests, bool consistentRead, CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest =>
        _batchReads.GetManyListAsync<TEntity, TItemReader, TRequest>(pattern, requests, consistentRead, cancellationToken);

    /// <inheritdoc cref="Hydration.HydrateAsync"/>
    public IAsyncEnumerable<TEntity> HydrateAsync<TEntity, TMarshaller, TKey>(
        AccessPattern pattern,
        IAsyncEnumerable<TKey> keys,
        CancellationToken cancellationToken = default)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest =>
        _hydration.HydrateAsync<TEntity, TMarshaller, TKey>(pattern, keys, cancellationToken);

    /// <inheritdoc cref="Hydration.HydrateListAsync"/>
    public ValueTask<IReadOnlyList<TEntity>> HydrateListAsync<TEntity, TMarshaller, TKey>(
        AccessPattern pattern, IAsyncEnumerable<TKey> keys, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest =>
        _hydration.HydrateListAsync<TEntity, TMarshaller, TKey>(pattern, keys, cancellationToken);

    /// <inheritdoc cref="Hydration.HydrateFirstAsync"/>
    public ValueTask<TEntity?> HydrateFirstAsync<TEntity, TMarshaller, TKey>(
        AccessPattern pattern, IAsyncEnumerable<TKey> keys, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest =>
        _hydration.HydrateFirstAsync<TEntity, TMarshaller, TKey>(pattern, keys, cancellationToken);

    /// <inheritdoc cref="Hydration.HydratePageAsync"/>
    public ValueTask<Page<TEntity>> HydratePageAsync<TEntity, TMarshaller, TKey>(
        AccessPattern pattern, ValueTask<Page<TKey>> keys, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TKey : struct, IKeyRequest =>
        _hydration.HydratePageAsync<TEntity, TMarshaller, TKey>(pattern, keys, cancellationToken);
}
