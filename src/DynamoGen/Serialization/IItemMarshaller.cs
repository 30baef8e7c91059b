namespace DynamoGen.Serialization;

/// <summary>Writes and reads the items of one entity. The generator implements it as a struct, so that calls through it are specialised and inlined.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public interface IItemMarshaller<TEntity> : IItemReader<TEntity>
{
    /// <summary>Writes the whole item: keys, index keys, <c>_t</c>, <c>_v</c> and the entity's attributes.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="entity">The entity's value.</param>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    static abstract void Write(WireWriter writer, TEntity entity);
}
