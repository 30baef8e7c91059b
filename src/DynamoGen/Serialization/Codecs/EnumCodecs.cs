using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using DynamoGen.Schema;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads an enum by the names of its members.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNames">The names.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumCodec<TEnum, TNames> : IScalarCodec<TEnum>
    where TEnum : struct, Enum
    where TNames : struct, IEnumNames<TEnum>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, TEnum value) => writer.Utf8Text(EnumNames.Of<TEnum, TNames>(value));

    /// <inheritdoc/>
    public static TEnum ReadContent(ref WireReader reader)
    {
        var start = reader.Position;
        return TNames.Find(reader.TextContent()) ?? throw reader.UnknownMember(start, TNames.TypeName);
    }

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TEnum value) => ScalarContent.Write<TEnum, EnumCodec<TEnum, TNames>>(writer, value);

    /// <inheritdoc/>
    public static TEnum Read(ref WireReader reader) => ScalarContent.Read<TEnum, EnumCodec<TEnum, TNames>>(ref reader);
}

/// <summary>Writes and reads an enum by the numbers of its members.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNumber">Its underlying type.</typeparam>
/// <typeparam name="TMembers">Its members.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumNumberCodec<TEnum, TNumber, TMembers> : IScalarCodec<TEnum>
    where TEnum : struct, Enum
    where TNumber : struct, INumber<TNumber>
    where TMembers : struct, IEnumMembers<TEnum>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "N"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, TEnum value) => writer.Number(
        TMembers.IsMember(value) ? Unsafe.BitCast<TEnum, TNumber>(value) : throw EnumNames.Undefined(TMembers.TypeName));

    /// <inheritdoc/>
    public static TEnum ReadContent(ref WireReader reader)
    {
        var start = reader.Position;
        var value = Unsafe.BitCast<TNumber, TEnum>(reader.NumberContent<TNumber>());
        return TMembers.IsMember(value) ? value : throw reader.UnknownMember(start, TMembers.TypeName);
    }

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TEnum value) => ScalarContent.Write<TEnum, EnumNumberCodec<TEnum, TNumber, TMembers>>(writer, value);

    /// <inheritdoc/>
    public static TEnum Read(ref WireReader reader) => ScalarContent.Read<TEnum, EnumNumberCodec<TEnum, TNumber, TMembers>>(ref reader);
}

/// <summary>Writes and reads an enum of flags, of which every number is a value.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNumber">Its underlying type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FlagsCodec<TEnum, TNumber> : IScalarCodec<TEnum>
    where TEnum : struct, Enum
    where TNumber : struct, INumber<TNumber>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "N"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, TEnum value) => writer.Number(Unsafe.BitCast<TEnum, TNumber>(value));

    /// <inheritdoc/>
    public static TEnum ReadContent(ref WireReader reader) => Unsafe.BitCast<TNumber, TEnum>(reader.NumberContent<TNumber>());

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TEnum value) => ScalarContent.Write<TEnum, FlagsCodec<TEnum, TNumber>>(writer, value);

    /// <inheritdoc/>
    public static TEnum Read(ref WireReader reader) => ScalarContent.Read<TEnum, FlagsCodec<TEnum, TNumber>>(ref reader);
}
