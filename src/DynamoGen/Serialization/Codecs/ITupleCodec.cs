using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>
/// Writes and reads the elements of a tuple, without the brackets around them. A tuple of more than seven elements holds the rest of them in another
/// tuple.
/// </summary>
/// <typeparam name="TTuple">The tuple.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITupleCodec<TTuple> : IValueCodec<TTuple>
{
    /// <summary>Writes the elements.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="value">The tuple.</param>
    static abstract void WriteElements(WireWriter writer, TTuple value);

    /// <summary>Reads the elements.</summary>
    /// <param name="reader">A reader that stands inside of the list.</param>
    static abstract TTuple ReadElements(ref WireReader reader);
}
