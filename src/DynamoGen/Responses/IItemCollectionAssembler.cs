using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>
/// Gathers the items of one item collection. The generator implements it as a struct for each type marked with <see cref="ItemCollectionAttribute"/>.
/// </summary>
/// <typeparam name="TCollection">The gathered type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IItemCollectionAssembler<TCollection>
    where TCollection : class
{
    /// <summary>The name of the entity that an item is of, or empty.</summary>
    /// <param name="reader">A reader that stands before the item.</param>
    /// <exception cref="ItemFormatException">The attribute that holds it is no S.</exception>
    static virtual ReadOnlySpan<byte> EntityOf(WireReader reader) => reader.PeekEntity();

    /// <summary>Reads the item at the reader's position if its entity belongs to the collection.</summary>
    /// <param name="entity">The name of the entity that the item is of.</param>
    /// <param name="reader">A reader that stands before the item; afterwards behind it, if it was taken.</param>
    /// <returns>Whether the item was taken.</returns>
    bool Add(ReadOnlySpan<byte> entity, ref WireReader reader);

    /// <summary>The gathered collection; called only when an item was taken.</summary>
    /// <exception cref="ItemFormatException">An item that the collection requires was not among them.</exception>
    TCollection Build();
}
