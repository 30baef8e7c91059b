using DynamoGen.Regions.Reads;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>The calls by which the newest version of an item is read where one region writes its table: these, or those of that region's client.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <exception cref="NewestUnknownException">There is no client for the region.</exception>
    public RepositoryContext ReadIn(AccessPattern pattern) =>
        ReadIn(pattern, _parts.Regions.Routes.WriterOf(pattern.Table, TableName(pattern.Table)));

    /// <summary>The calls by which the newest version of an item is read in its home region: these, or those of that region's client.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="home">The system name of the item's home region.</param>
    /// <exception cref="NewestUnknownException">There is no client for the region, or it is no replica.</exception>
    public RepositoryContext ReadIn(AccessPattern pattern, string home) => In(_parts.Regions.Routes.Reader(pattern, Region, home));

    /// <summary>Reads one item in all regions of its table (GetItem in each, strongly consistent), and returns the newest version.</summary>
    /// <typeparam name="TEntity">The entity, or a projection of it.</typeparam>
    /// <typeparam name="TItemReader">Reads its items.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="order">Compares two versions: the later one is greater.</param>
    /// <param name="isPartial">Whether the newest version of the regions that answered will do.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item, or null when no region has it.</returns>
    /// <exception cref="NewestUnknownException">
    /// A region did not answer, or there is no client for it; where the answer may be partial, none answered.
    /// </exception>
    public ValueTask<TEntity?> GetNewestItemAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        Comparison<TEntity> order,
        bool isPartial,
        CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest
    {
        var regions = _parts.Regions.Routes.Readers(pattern, Region, isPartial);
        var answers = new RegionAnswer<TEntity>[regions.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var read = In(regions[i]).GetItemAsync<TEntity, TItemReader, TRequest>(pattern, request, consistentRead: true, cancellationToken);
            answers[i] = new(regions[i] ?? Region ?? "the client's region", read.AsTask());
        }

        return NewestItem.OfAsync(pattern.Name, answers, order, isPartial, cancellationToken);
    }

    /// <summary>The calls of a region, which tell their details to whom these do; null for these.</summary>
    private RepositoryContext In(string? region)
    {
        if (region is null)
        {
            return this;
        }

        var context = _parts.Regions.Of(region);
        return _details is null ? context : context.With(_details);
    }
}
