using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <summary>Writes and reads values whose content stands in quotes, and so can be an element of a set or, bytes aside, the key of a map.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IScalarCodec<T> : IValueCodec<T>
{
    /// <summary>The type descriptor: S, N or B.</summary>
    static abstract ReadOnlySpan<byte> Type { get; }

    /// <summary>What keeps two elements of a set, or two keys of a map, apart.</summary>
    static abstract ContentIdentity Identity { get; }

    /// <summary>Writes what stands between the quotes.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    static abstract void WriteContent(WireWriter writer, T value);

    /// <summary>Reads what stands between the quotes, from behind the first to behind the second.</summary>
    /// <param name="reader">A reader that stands behind the opening quote.</param>
    /// <exception cref="ItemFormatException">The content is none of the type.</exception>
    static abstract T ReadContent(ref WireReader reader);
}
