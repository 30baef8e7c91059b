using DynamoGen.Schema;

namespace DynamoGen.Repositories;

/// <summary>
/// Implemented by the generator for each interface marked with <see cref="RepositoryAttribute{TEntity}"/>: lets dependency injection create the repository
/// without reflection. A fake of the interface need not implement it.
/// </summary>
/// <typeparam name="TSelf">The repository interface.</typeparam>
public interface IRepository<TSelf>
    where TSelf : class, IRepository<TSelf>
{
    /// <summary>All access patterns, one for each request that a method sends.</summary>
    static virtual IReadOnlyList<AccessPattern> Patterns => [];

    /// <summary>The access patterns whose answers are cached.</summary>
    static virtual IReadOnlyList<AccessPattern> CachedPatterns => [];

    /// <summary>Creates the generated repository.</summary>
    /// <param name="context">What the repository sends its requests through.</param>
    static abstract TSelf Create(RepositoryContext context);
}
