using DynamoGen.Calls;
using DynamoGen.Requests;
using DynamoGen.Schema;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <inheritdoc cref="ItemReads.ExistsAsync"/>
    public ValueTask<bool> ExistsAsync<TRequest>(AccessPattern pattern, TRequest request, bool consistentRead, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest => _reads.ExistsAsync(pattern, request, consistentRead, cancellationToken);

    /// <inheritdoc cref="CountQueries.CountAsync{TRequest}(AccessPattern, TRequest, QueryOptions, CancellationToken)"/>
    public ValueTask<long> QueryCountAsync<TRequest>(AccessPattern pattern, TRequest request, QueryOptions options, CancellationToken cancellationToken)
        where TRequest : struct, IQueryRequest => _counts.CountAsync(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="CountQueries.CountShardsAsync"/>
    public ValueTask<long> QueryShardsCountAsync<TRequest>(
        AccessPattern pattern, TRequest request, QueryOptions options, CancellationToken cancellationToken)
        where TRequest : struct, IShardedQueryRequest => _counts.CountShardsAsync(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="CountQueries.AnyAsync"/>
    public ValueTask<bool> QueryAnyAsync<TRequest>(AccessPattern pattern, TRequest request, QueryOptions options, CancellationToken cancellationToken)
        where TRequest : struct, IQueryRequest => _counts.AnyAsync(pattern, request, options, cancellationToken);

    /// <inheritdoc cref="CountQueries.AnyShardsAsync"/>
    public ValueTask<bool> QueryShardsAnyAsync<TRequest>(
        AccessPattern pattern, TRequest request, QueryOptions options, CancellationToken cancellationToken)
        where TRequest : struct, IShardedQueryRequest => _counts.AnyShardsAsync(pattern, request, options, cancellationToken);
}
