using DynamoGen.Caching;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>Reads single items from the cache, and from DynamoDB what it does not have.</summary>
/// <param name="sender">Gives the tables their names.</param>
/// <param name="reads">Reads from DynamoDB.</param>
/// <param name="cache">The cache, or null where none is registered.</param>
internal sealed class CachedReads(RequestSender sender, ItemReads reads, ItemCache? cache)
{
    /// <summary>Reads one item by its primary key, from the cache or by GetItem.</summary>
    /// <typeparam name="TEntity">The entity, a projection of it, or its primary key.</typeparam>
    /// <typeparam name="TItemReader">Reads its items.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item, or null when there is none.</returns>
    /// <exception cref="InvalidOperationException">No cache is registered.</exception>
    /// <exception cref="DynamoGenException">The item cannot be read, or a key cannot be built.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    /// <remarks>
    /// The whole item is cached as it is stored, whatever a pattern reads of it: DynamoDB charges for the whole item in any case, and one entry is what a
    /// write takes out of the cache.
    /// </remarks>
    public async ValueTask<TEntity?> GetCachedItemAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest
    {
        var tableName = sender.TableName(pattern.Table);
        if (cache?.KeysOf(tableName) is not { } keys)
        {
            throw new InvalidOperationException(
                $"{pattern.Name} is [Cached], and its repository was made without a cache. "
                + "Register it by AddDynamoGen().AddRepository beside AddHybridCache().");
        }

        var key = KeyOf(tableName, keys, request);
        var item = await cache.FindAsync(pattern, tableName, key, cancellationToken).ConfigureAwait(false)
            ?? await cache.ReadAsync(
                pattern,
                tableName,
                key,
                isConsistent => reads.GetItemJsonAsync(pattern, request, isConsistent, CancellationToken.None),
                cancellationToken).ConfigureAwait(false);
        return item is { } json ? Read<TEntity, TItemReader>(json.Span) : null;
    }

    private CacheKey KeyOf<TRequest>(string tableName, ItemKeyReader keys, TRequest request)
        where TRequest : struct, IKeyRequest
    {
        using var writer = new WireWriter();
        RequestValues.WriteKey(writer, request);
        return cache!.KeyOf(tableName, keys.Read(writer.Written.Span));
    }

    private static TEntity Read<TEntity, TItemReader>(ReadOnlySpan<byte> json)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
    {
        var reader = new WireReader(json);
        return reader.ReadItem<TEntity, TItemReader>();
    }
}
