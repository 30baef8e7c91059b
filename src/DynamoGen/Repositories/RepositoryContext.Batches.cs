using DynamoGen.Batches;
using DynamoGen.Calls;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>Makes a put of a whole item an entry of a batch; nothing is sent.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="entity">The item's values; at most 400 KB as DynamoDB counts.</param>
    /// <returns>What <see cref="IBatches"/> sends.</returns>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutRequest.html">PutRequest</see>.</remarks>
    public BatchWrite BatchPut<TEntity, TMarshaller>(AccessPattern pattern, TEntity entity)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        new BatchWrite<TEntity, PutEntry<TEntity, TMarshaller>>(pattern, TableName(pattern.Table), entity) { Region = ActionRegion(pattern) };

    /// <summary>Makes a deletion by primary key an entry of a batch; nothing is sent.</summary>
    /// <typeparam name="TRequest">The parameters of the deletion.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">The key.</param>
    /// <returns>What <see cref="IBatches"/> sends.</returns>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteRequest.html">DeleteRequest</see>.</remarks>
    public BatchWrite BatchDelete<TRequest>(AccessPattern pattern, TRequest request)
        where TRequest : struct, IKeyRequest =>
        new BatchWrite<TRequest, DeleteEntry<TRequest>>(pattern, TableName(pattern.Table), request) { Region = ActionRegion(pattern) };

    /// <summary>Batches of several entities and tables, which go by these calls.</summary>
    internal MixedBatches Mixed => new(_sender, _batches);

    /// <summary>Whether writes may belong to other regions.</summary>
    internal bool HasRegions => !ReferenceEquals(_parts.Regions, RegionContexts.None);

    /// <summary>The calls by which an entry of a batch is written: these, or those of its region's client.</summary>
    internal RepositoryContext WriteIn(BatchWrite? write) =>
        write?.Region is { } region && region != Region && _parts.Regions.Routes.HasClient(region) ? In(region) : this;
}
