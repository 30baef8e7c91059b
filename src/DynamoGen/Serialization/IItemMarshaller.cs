namespace DynamoGen.Serialization;

/// <summary>Writes and reads the items of one entity. The generator implements it as a struct, so that calls through it are specialised and inlined.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public interface IItemMarshaller<TEntity>
{
    /// <summary>The entity's name as each item carries it in the attribute <c>_t</c>.</summary>
    static abstract string EntityName { get; }

    /// <summary>Writes the whole item: keys, index keys, <c>_t</c>, <c>_v</c> and the entity's attributes.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="entity">The entity's value.</param>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    static abstract void Write(WireWriter writer, TEntity entity);

    /// <summary>Reads the item at the reader's position, in whatever order its attributes come.</summary>
    /// <param name="reader">A reader that stands before the item's opening brace; afterwards it stands behind the closing one.</param>
    /// <exception cref="ItemFormatException">The item is not one of this entity.</exception>
    /// <exception cref="UnknownVersionException">The item is newer than this build.</exception>
    static abstract TEntity Read(ref WireReader reader);
}
