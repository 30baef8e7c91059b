using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads a type that only wraps the one that is stored.</summary>
/// <typeparam name="TValue">The type of properties.</typeparam>
/// <typeparam name="TStored">The type that is stored.</typeparam>
/// <typeparam name="TConverter">The way there and back.</typeparam>
/// <typeparam name="TCodec">Writes and reads what is stored.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WrapperCodec<TValue, TStored, TConverter, TCodec> : IValueCodec<TValue>
    where TConverter : IAttributeConverter<TValue, TStored>
    where TCodec : struct, IValueCodec<TStored>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, TValue value) => TCodec.Write(writer, TConverter.ToStored(value));

    /// <inheritdoc/>
    public static TValue Read(ref WireReader reader) => TConverter.FromStored(TCodec.Read(ref reader));
}

/// <summary>Writes and reads a type by way of the one that is stored, with code that may refuse a value.</summary>
/// <typeparam name="TValue">The type of properties.</typeparam>
/// <typeparam name="TStored">The type that is stored.</typeparam>
/// <typeparam name="TConverter">The way there and back.</typeparam>
/// <typeparam name="TCodec">Writes and reads what is stored.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConverterCodec<TValue, TStored, TConverter, TCodec> : IValueCodec<TValue>
    where TConverter : IAttributeConverter<TValue, TStored>
    where TCodec : struct, IValueCodec<TStored>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, TValue value) => TCodec.Write(writer, TConverter.ToStored(value));

    /// <inheritdoc/>
    public static TValue Read(ref WireReader reader)
    {
        var start = reader.Position;
        return StoredConversion.FromStored<TValue, TStored, TConverter>(ref reader, start, TCodec.Read(ref reader));
    }
}

/// <summary>Writes and reads a type that only wraps the one that is stored, whose content stands in quotes.</summary>
/// <typeparam name="TValue">The type of properties.</typeparam>
/// <typeparam name="TStored">The type that is stored.</typeparam>
/// <typeparam name="TConverter">The way there and back.</typeparam>
/// <typeparam name="TCodec">Writes and reads what is stored.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ScalarWrapperCodec<TValue, TStored, TConverter, TCodec> : IScalarCodec<TValue>
    where TConverter : IAttributeConverter<TValue, TStored>
    where TCodec : struct, IScalarCodec<TStored>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => TCodec.Type;

    /// <inheritdoc/>
    public static ContentIdentity Identity => TCodec.Identity;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, TValue value) => TCodec.WriteContent(writer, TConverter.ToStored(value));

    /// <inheritdoc/>
    public static TValue ReadContent(ref WireReader reader) => TConverter.FromStored(TCodec.ReadContent(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TValue value) =>
        ScalarContent.Write<TValue, ScalarWrapperCodec<TValue, TStored, TConverter, TCodec>>(writer, value);

    /// <inheritdoc/>
    public static TValue Read(ref WireReader reader) => ScalarContent.Read<TValue, ScalarWrapperCodec<TValue, TStored, TConverter, TCodec>>(ref reader);
}

/// <summary>Writes and reads a type by way of the one that is stored, with code that may refuse a value, whose content stands in quotes.</summary>
/// <typeparam name="TValue">The type of properties.</typeparam>
/// <typeparam name="TStored">The type that is stored.</typeparam>
/// <typeparam name="TConverter">The way there and back.</typeparam>
/// <typeparam name="TCodec">Writes and reads what is stored.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ScalarConverterCodec<TValue, TStored, TConverter, TCodec> : IScalarCodec<TValue>
    where TConverter : IAttributeConverter<TValue, TStored>
    where TCodec : struct, IScalarCodec<TStored>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => TCodec.Type;

    /// <inheritdoc/>
    public static ContentIdentity Identity => TCodec.Identity == ContentIdentity.Time ? ContentIdentity.Time : ContentIdentity.Content;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, TValue value) => TCodec.WriteContent(writer, TConverter.ToStored(value));

    /// <inheritdoc/>
    public static TValue ReadContent(ref WireReader reader)
    {
        var start = reader.Position;
        return StoredConversion.FromStored<TValue, TStored, TConverter>(ref reader, start, TCodec.ReadContent(ref reader));
    }

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TValue value) =>
        ScalarContent.Write<TValue, ScalarConverterCodec<TValue, TStored, TConverter, TCodec>>(writer, value);

    /// <inheritdoc/>
    public static TValue Read(ref WireReader reader) => ScalarContent.Read<TValue, ScalarConverterCodec<TValue, TStored, TConverter, TCodec>>(ref reader);
}
