namespace DynamoGen.Repositories;

/// <summary>Implemented by the generator for each interface marked with <see cref="RepositoryAttribute{TEntity}"/>.</summary>
/// <typeparam name="TSelf">The interface itself.</typeparam>
public interface IRepository<TSelf>
    where TSelf : class, IRepository<TSelf>
{
    /// <summary>Creates the repository.</summary>
    /// <param name="context">What its access patterns run on.</param>
    static abstract TSelf Create(RepositoryContext context);
}
