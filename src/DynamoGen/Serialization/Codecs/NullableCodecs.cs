using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads an element that may be null, which is stored as NULL.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TCodec">Writes and reads it where it is not null.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableCodec<T, TCodec> : IValueCodec<T?>
    where T : struct
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, T? value)
    {
        if (value is { } present)
        {
            TCodec.Write(writer, present);
        }
        else
        {
            writer.Raw("{\"NULL\":true}"u8);
        }
    }

    /// <inheritdoc/>
    public static T? Read(ref WireReader reader) => reader.TryReadNull() ? null : TCodec.Read(ref reader);
}

/// <summary>Writes and reads an element that may be null, which is stored as NULL.</summary>
/// <typeparam name="T">The reference type.</typeparam>
/// <typeparam name="TCodec">Writes and reads it where it is not null.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableReferenceCodec<T, TCodec> : IValueCodec<T?>
    where T : class
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, T? value)
    {
        if (value is { } present)
        {
            TCodec.Write(writer, present);
        }
        else
        {
            writer.Raw("{\"NULL\":true}"u8);
        }
    }

    /// <inheritdoc/>
    public static T? Read(ref WireReader reader) => reader.TryReadNull() ? null : TCodec.Read(ref reader);
}
