namespace DynamoGen;

/// <summary>
/// Marks a type as a part of an entity: the attributes that an access pattern needs. Each of its properties has the name and the type of one of the
/// entity's, and is read from where, and as, that one is stored.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <remarks>
/// An access pattern that returns it reads only those attributes. From the table, and from an index that holds whole items, that saves bytes and
/// time, not capacity: DynamoDB charges for the whole item. From an index with <see cref="IndexProjection.Include"/> it is what the index holds. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html">projection expressions</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProjectionAttribute<TEntity> : Attribute
    where TEntity : class;
