namespace DynamoGen;

/// <summary>
/// Declares the access patterns of an entity: each method of the partial interface is one GetItem, Query, PutItem or DeleteItem, which the build proves
/// possible from the entity's keys and then writes.
/// </summary>
/// <typeparam name="TEntity">The entity whose keys the access patterns use.</typeparam>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class RepositoryAttribute<TEntity> : Attribute
    where TEntity : class;
