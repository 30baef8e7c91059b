using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Calls.Shards;

/// <summary>Reads item collections whose partition key is spread over shards.</summary>
internal sealed class ShardCollections(RequestSender sender, QueryRequests requests)
{
    /// <summary>
    /// Reads one item collection, whose items are of several entities: asks all shards at once and gathers their items in the order of the sort key.
    /// </summary>
    /// <remarks>
    /// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html">write sharding</see>. Each
    /// shard costs at least one request.
    /// </remarks>
    /// <inheritdoc cref="Queries.QueryCollectionAsync"/>
    public async ValueTask<TCollection?> QueryShardsCollectionAsync<TCollection, TAssembler, TRequest>(
        AccessPattern pattern,
        TRequest request,
        QueryOptions options,
        CancellationToken cancellationToken)
        where TCollection : class
        where TAssembler : struct, IItemCollectionAssembler<TCollection>
        where TRequest : struct, IShardedQueryRequest
    {
        var most = options.Most(pattern);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        var query = new QueryCall<TRequest>(call, pattern, request, options);
        var lanes = Lanes.Of(query);
        var merge = new ShardMerge<byte[], UnreadItem, TRequest>(requests, query, lanes, cursor: null);
        await merge.BeginAsync(ShardQueries.EvenShare(most, lanes.Length), cancellationToken).ConfigureAwait(false);
        var items = new CollectionPageReader<TCollection, TAssembler>(default);
        while (items.Taken < most && await merge.MoveNextAsync(most - items.Taken, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                call.ThrowIfCancelled(cancellationToken);
                Take(ref items, merge.Current);
            }
            catch (Exception exception)
            {
                call.Failed(exception);
                throw;
            }
        }

        return items.Build();
    }

    private static void Take<TPageReader>(ref TPageReader items, byte[] item)
        where TPageReader : struct, IPageReader
    {
        var reader = new WireReader(item);
        items.ReadItem(ref reader);
    }

    /// <summary>An item as it was received, which is read once its turn comes in the order of all shards.</summary>
    private readonly struct UnreadItem : IItemReader<byte[]>
    {
        public static string EntityName => "an item collection";

        public static byte[] Read(ref WireReader reader) => reader.ReadRawJson().ToArray();
    }
}
