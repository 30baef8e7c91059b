using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <summary>
/// Writes and reads whole attribute values of one C# type. It has no instances: generated code passes it as a type argument, so that calls are
/// specialised and inlined.
/// </summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValueCodec<T>
{
    /// <summary>Writes a value, from <c>{</c> to <c>}</c>.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    static abstract void Write(WireWriter writer, T value);

    /// <summary>Reads a value, from <c>{</c> to <c>}</c>.</summary>
    /// <param name="reader">A reader that stands before the value.</param>
    /// <exception cref="ItemFormatException">The value is of another type.</exception>
    static abstract T Read(ref WireReader reader);
}
