using System.Collections.Concurrent;
using DynamoGen.Regions;

namespace DynamoGen.Repositories;

/// <summary>The contexts of the other regions that a client's writes may belong to.</summary>
/// <param name="routes">Decides where a write goes.</param>
/// <param name="create">Makes the context of a region.</param>
internal sealed class RegionContexts(RegionRoutes routes, Func<string, RepositoryContext> create)
{
    private readonly ConcurrentDictionary<string, RepositoryContext> _contexts = new();

    /// <summary>Those of a client beside which there is no other.</summary>
    public static RegionContexts None { get; } = new(
        RegionRoutes.None, static region => throw new InvalidOperationException($"There is no client for {region}."));

    /// <summary>Decides where a write goes.</summary>
    public RegionRoutes Routes => routes;

    /// <summary>The context of a region.</summary>
    public RepositoryContext Of(string region) => _contexts.GetOrAdd(region, create);
}
