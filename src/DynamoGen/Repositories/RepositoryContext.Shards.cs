using System.Runtime.CompilerServices;
using DynamoGen.Cursors;
using DynamoGen.Keys;
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
    public async IAsyncEnumerable<TEntity> QueryShardsAsync<TEntity, TMarshaller, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IShardedQueryRequest<TEntity>
    {
        var remaining = options.Most(pattern);
        using var call = telemetry.Start(pattern, TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var shards = new Shard<TEntity>[request.Shards];
        for (var number = 0; number < shards.Length; number++)
        {
            shards[number] = new Shard<TEntity>(number);
        }

        await Task.WhenAll(shards.Select(ReadNextPage)).ConfigureAwait(false);
        var merge = new PriorityQueue<Shard<TEntity>, MergePlace>(new MergeOrder(options.Descending));
        foreach (var shard in shards.Where(shard => shard.Current is not null))
        {
            merge.Enqueue(shard, new MergePlace(SortKey(request, shard.Current!), shard.Number));
        }

        while (remaining > 0 && merge.TryDequeue(out var shard, out _))
        {
            yield return shard.Current!;
            remaining--;
            shard.Index++;
            if (shard.Current is null && shard.StartKey is not null && remaining > 0)
            {
                await ReadNextPage(shard).ConfigureAwait(false);
            }

            if (shard.Current is { } next)
            {
                merge.Enqueue(shard, new MergePlace(SortKey(request, next), shard.Number));
            }
        }

        Task ReadNextPage(Shard<TEntity> shard) =>
            ReadShardAsync<TEntity, TMarshaller, TRequest>(query, remaining, shard, cancellationToken);
    }

    /// <summary>Reads pages of one shard until one holds items or the shard has ended.</summary>
    private async Task ReadShardAsync<TEntity, TMarshaller, TRequest>(
        QueryCall<TRequest> query,
        int limit,
        Shard<TEntity> shard,
        CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IShardedQueryRequest<TEntity>
    {
        do
        {
            shard.Items.Clear();
            shard.Index = 0;
            var reader = new EntityPageReader<TEntity, TMarshaller>(shard.Items);
            (shard.StartKey, _) = await ReadPageAsync(query, limit, shard.StartKey, reader, cancellationToken, shard.Number).ConfigureAwait(false);
        }
        while (shard.Items.Count == 0 && shard.StartKey is not null);
    }

    private static byte[] SortKey<TEntity, TRequest>(TRequest request, TEntity entity)
        where TRequest : struct, IShardedQueryRequest<TEntity>
    {
        var key = new KeyBuilder(stackalloc byte[KeyBuilder.MaxSortKeyBytes]);
        request.WriteSortKey(ref key, entity);
        return key.Written.ToArray();
    }

    /// <summary>The state of one shard's answer.</summary>
    private sealed class Shard<TEntity>(int number)
        where TEntity : class
    {
        public int Number { get; } = number;

        public List<TEntity> Items { get; } = [];

        public int Index { get; set; }

        public byte[]? StartKey { get; set; }

        public TEntity? Current => Index < Items.Count ? Items[Index] : null;
    }
}
