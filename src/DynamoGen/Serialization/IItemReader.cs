using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <summary>
/// Reads items of one entity, whole or in part. The generator implements it as a struct, so that calls through it are specialised and inlined.
/// </summary>
/// <typeparam name="TItem">
/// What an item is read as: the entity, a <see cref="ProjectionAttribute{TEntity}">projection</see> of it, or its primary key.
/// </typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IItemReader<TItem>
{
    /// <summary>The entity's name as each item carries it in the attribute <c>_t</c>.</summary>
    static abstract string EntityName { get; }

    /// <summary>What the keys of the entity's items begin with, by which an item without a name is known; null where each item carries its name.</summary>
    static virtual KeyBeginning? Beginning => null;

    /// <summary>Whether an item is to be read, and not passed over as one of another entity.</summary>
    /// <param name="reader">A reader that stands before the item.</param>
    static virtual bool Takes(WireReader reader) => true;

    /// <summary>Reads the item at the reader's position, in whatever order its attributes come.</summary>
    /// <param name="reader">A reader that stands before the item's opening brace; afterwards it stands behind the closing one.</param>
    /// <exception cref="ItemFormatException">The item is not one of this entity.</exception>
    /// <exception cref="UnknownVersionException">The item is newer than this build.</exception>
    static abstract TItem Read(ref WireReader reader);
}
