using DynamoGen.Batches;
using DynamoGen.Calls;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>The system name of the region that the requests go to, such as <c>eu-west-1</c>; null where the client does not say.</summary>
    public string? Region => _parts.Region;

    /// <summary>The calls by which a table of one region is written: these, or those of that region's client.</summary>
    /// <param name="pattern">The access pattern that writes.</param>
    /// <exception cref="WrongRegionException">The write belongs to another region and is not sent there.</exception>
    public RepositoryContext WriteIn(AccessPattern pattern) =>
        WriteIn(pattern, _parts.Regions.Routes.WriterOf(pattern.Table, TableName(pattern.Table)));

    /// <summary>The calls by which an item is written: these, or those of its home region's client.</summary>
    /// <param name="pattern">The access pattern that writes.</param>
    /// <param name="home">The system name of the item's home region.</param>
    /// <exception cref="WrongRegionException">The write belongs to another region and is not sent there.</exception>
    public RepositoryContext WriteIn(AccessPattern pattern, string home) => In(_parts.Regions.Routes.Foreign(pattern.Table, Region, home));

    /// <summary>Puts any number of items, each in its home region, as <see cref="BatchWrites.PutManyAsync"/> does.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="entities">The entities.</param>
    /// <param name="home">Gives the system name of an entity's home region.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WrongRegionException">A write belongs to another region and is not sent there; nothing was sent.</exception>
    /// <exception cref="BatchIncompleteException">Not all were put; it lists up to some hundred that were taken and not confirmed.</exception>
    public ValueTask PutManyAsync<TEntity, TMarshaller>(
        AccessPattern pattern, BatchSource<TEntity> entities, Func<TEntity, string> home, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> => new HomeBatches<TEntity, RepositoryContext>(
            pattern.Name,
            entity => entity is null ? this : WriteIn(pattern, home(entity)),
            (context, part, cancellation) => context.PutManyAsync<TEntity, TMarshaller>(pattern, part, cancellation)).SendAsync(entities, cancellationToken);

    /// <summary>Deletes any number of items, each in its home region, as <see cref="BatchWrites.DeleteManyAsync"/> does.</summary>
    /// <typeparam name="TRequest">The parameters of one deletion.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="requests">The keys.</param>
    /// <param name="home">Gives the system name of the home region that a key names.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WrongRegionException">A write belongs to another region and is not sent there; nothing was sent.</exception>
    /// <exception cref="BatchIncompleteException">Not all were deleted; it lists up to some hundred that were taken and not confirmed.</exception>
    public ValueTask DeleteManyAsync<TRequest>(
        AccessPattern pattern, BatchSource<TRequest> requests, Func<TRequest, string> home, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest => new HomeBatches<TRequest, RepositoryContext>(
            pattern.Name,
            request => WriteIn(pattern, home(request)),
            (context, part, cancellation) => context.DeleteManyAsync(pattern, part, cancellation)).SendAsync(requests, cancellationToken);

    /// <summary>The region that an action belongs to; null where its table is written anywhere.</summary>
    private string? ActionRegion(AccessPattern pattern) => pattern.Table.Writes.Mode == RegionWriteMode.AnyRegion ? null : Region;
}
