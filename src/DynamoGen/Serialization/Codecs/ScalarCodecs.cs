using System.ComponentModel;
using System.Numerics;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads a text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringCodec : IScalarCodec<string>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, string value) => writer.Text(value);

    /// <inheritdoc/>
    public static string ReadContent(ref WireReader reader) => reader.StringContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, string value) => ScalarContent.Write<string, StringCodec>(writer, value);

    /// <inheritdoc/>
    public static string Read(ref WireReader reader) => ScalarContent.Read<string, StringCodec>(ref reader);
}

/// <summary>Writes and reads one character.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharCodec : IScalarCodec<char>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, char value) => writer.Character(value);

    /// <inheritdoc/>
    public static char ReadContent(ref WireReader reader) => reader.CharContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, char value) => ScalarContent.Write<char, CharCodec>(writer, value);

    /// <inheritdoc/>
    public static char Read(ref WireReader reader) => ScalarContent.Read<char, CharCodec>(ref reader);
}

/// <summary>Writes and reads a Guid.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidCodec : IScalarCodec<Guid>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, Guid value) => writer.Guid(value);

    /// <inheritdoc/>
    public static Guid ReadContent(ref WireReader reader) => reader.GuidContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, Guid value) => ScalarContent.Write<Guid, GuidCodec>(writer, value);

    /// <inheritdoc/>
    public static Guid Read(ref WireReader reader) => ScalarContent.Read<Guid, GuidCodec>(ref reader);
}

/// <summary>Writes and reads an instant.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetCodec : IScalarCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, DateTimeOffset value) => writer.Timestamp(value);

    /// <inheritdoc/>
    public static DateTimeOffset ReadContent(ref WireReader reader) => reader.DateTimeOffsetContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, DateTimeOffset value) => ScalarContent.Write<DateTimeOffset, DateTimeOffsetCodec>(writer, value);

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref WireReader reader) => ScalarContent.Read<DateTimeOffset, DateTimeOffsetCodec>(ref reader);
}

/// <summary>Writes and reads a date and time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeCodec : IScalarCodec<DateTime>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Time;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, DateTime value) => writer.Timestamp(value);

    /// <inheritdoc/>
    public static DateTime ReadContent(ref WireReader reader) => reader.DateTimeContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, DateTime value) => ScalarContent.Write<DateTime, DateTimeCodec>(writer, value);

    /// <inheritdoc/>
    public static DateTime Read(ref WireReader reader) => ScalarContent.Read<DateTime, DateTimeCodec>(ref reader);
}

/// <summary>Writes and reads a date.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateOnlyCodec : IScalarCodec<DateOnly>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, DateOnly value) => writer.Date(value);

    /// <inheritdoc/>
    public static DateOnly ReadContent(ref WireReader reader) => reader.DateOnlyContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, DateOnly value) => ScalarContent.Write<DateOnly, DateOnlyCodec>(writer, value);

    /// <inheritdoc/>
    public static DateOnly Read(ref WireReader reader) => ScalarContent.Read<DateOnly, DateOnlyCodec>(ref reader);
}

/// <summary>Writes and reads a time of day.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeOnlyCodec : IScalarCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, TimeOnly value) => writer.Time(value);

    /// <inheritdoc/>
    public static TimeOnly ReadContent(ref WireReader reader) => reader.TimeOnlyContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TimeOnly value) => ScalarContent.Write<TimeOnly, TimeOnlyCodec>(writer, value);

    /// <inheritdoc/>
    public static TimeOnly Read(ref WireReader reader) => ScalarContent.Read<TimeOnly, TimeOnlyCodec>(ref reader);
}

/// <summary>Writes and reads a duration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanCodec : IScalarCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, TimeSpan value) => writer.Duration(value);

    /// <inheritdoc/>
    public static TimeSpan ReadContent(ref WireReader reader) => reader.TimeSpanContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TimeSpan value) => ScalarContent.Write<TimeSpan, TimeSpanCodec>(writer, value);

    /// <inheritdoc/>
    public static TimeSpan Read(ref WireReader reader) => ScalarContent.Read<TimeSpan, TimeSpanCodec>(ref reader);
}

/// <summary>Writes and reads bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BinaryCodec : IScalarCodec<byte[]>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "B"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Content;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, byte[] value) => writer.Binary(value);

    /// <inheritdoc/>
    public static byte[] ReadContent(ref WireReader reader) => reader.BinaryContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, byte[] value) => ScalarContent.Write<byte[], BinaryCodec>(writer, value);

    /// <inheritdoc/>
    public static byte[] Read(ref WireReader reader) => ScalarContent.Read<byte[], BinaryCodec>(ref reader);
}

/// <summary>Writes and reads a number.</summary>
/// <typeparam name="T">A built-in number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NumberCodec<T> : IScalarCodec<T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "N"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Value;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, T value) => writer.Number(value);

    /// <inheritdoc/>
    public static T ReadContent(ref WireReader reader) => reader.NumberContent<T>();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, T value) => ScalarContent.Write<T, NumberCodec<T>>(writer, value);

    /// <inheritdoc/>
    public static T Read(ref WireReader reader) => ScalarContent.Read<T, NumberCodec<T>>(ref reader);
}

/// <summary>Writes and reads <c>true</c> or <c>false</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanCodec : IValueCodec<bool>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, bool value) => writer.Raw(value ? "{\"BOOL\":true}"u8 : "{\"BOOL\":false}"u8);

    /// <inheritdoc/>
    public static bool Read(ref WireReader reader) => reader.ReadBoolean();
}

/// <summary>Writes and reads an attribute value of any type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AttributeValueCodec : IValueCodec<AttributeValue>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, AttributeValue value) => writer.AttributeValue(value);

    /// <inheritdoc/>
    public static AttributeValue Read(ref WireReader reader) => reader.ReadAttributeValue();
}
