using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace DynamoGen.Serialization;

public ref partial struct WireReader
{
    private static readonly string[] TimestampFormats = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    private const NumberStyles AnyNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Steps over an attribute value of any type.</summary>
    public void SkipValue() => SkipJson();

    /// <summary>Reads a String value.</summary>
    public string ReadString()
    {
        BeginValue("S"u8);
        var value = ReadJsonString();
        EndValue();
        return value;
    }

    /// <summary>Reads a String value as UTF-8; the memory is the response's own where nothing had to be unescaped.</summary>
    public ReadOnlySpan<byte> ReadStringBytes()
    {
        BeginValue("S"u8);
        var value = ReadText();
        EndValue();
        return value;
    }

    /// <summary>Reads a Number value exactly.</summary>
    /// <typeparam name="T">A built-in number type. A number that it cannot hold without loss is an error, except that float and double take the nearest.</typeparam>
    public T ReadNumber<T>()
        where T : struct, INumber<T>
    {
        BeginValue("N"u8);
        var value = ReadNumberElement<T>();
        EndValue();
        return value;
    }

    /// <summary>Reads a Bool value.</summary>
    public bool ReadBoolean()
    {
        BeginValue("BOOL"u8);
        var value = ReadJsonBoolean();
        EndValue();
        return value;
    }

    /// <summary>Reads a Binary value.</summary>
    public byte[] ReadBinary()
    {
        BeginValue("B"u8);
        var value = ReadBinaryElement();
        EndValue();
        return value;
    }

    /// <summary>Reads a Guid from a String value of 36 characters.</summary>
    public Guid ReadGuid()
    {
        var start = _position;
        var text = ReadStringBytes();
        return Utf8Parser.TryParse(text, out Guid value, out var consumed, 'D') && consumed == text.Length ? value : throw Unfit(start, "S (Guid)", "other text");
    }

    /// <summary>Reads an instant from a String value in ISO 8601 form; one without an offset is taken as UTC.</summary>
    public DateTimeOffset ReadDateTimeOffset()
    {
        var start = _position;
        return TryChars(ReadStringBytes(), out var chars, stackalloc char[64])
            && DateTimeOffset.TryParseExact(chars, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : throw Unfit(start, "S (ISO 8601 date and time)", "other text");
    }

    /// <summary>Reads a date and time from a String value in ISO 8601 form: UTC when it has an offset, otherwise of unspecified kind.</summary>
    public DateTime ReadDateTime()
    {
        var start = _position;
        return TryChars(ReadStringBytes(), out var chars, stackalloc char[64])
            && DateTime.TryParseExact(chars, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
            ? value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value
            : throw Unfit(start, "S (ISO 8601 date and time)", "other text");
    }

    /// <summary>Reads a date from a String value <c>yyyy-MM-dd</c>.</summary>
    public DateOnly ReadDateOnly()
    {
        var start = _position;
        return TryChars(ReadStringBytes(), out var chars, stackalloc char[64])
            && DateOnly.TryParseExact(chars, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Unfit(start, "S (yyyy-MM-dd)", "other text");
    }

    /// <summary>Reads a time of day from a String value <c>HH:mm:ss.fffffff</c>.</summary>
    public TimeOnly ReadTimeOnly()
    {
        var start = _position;
        return TryChars(ReadStringBytes(), out var chars, stackalloc char[64])
            && TimeOnly.TryParseExact(chars, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Unfit(start, "S (HH:mm:ss.fffffff)", "other text");
    }

    /// <summary>Reads a duration from a String value in the constant form <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public TimeSpan ReadTimeSpan()
    {
        var start = _position;
        return TryChars(ReadStringBytes(), out var chars, stackalloc char[64])
            && TimeSpan.TryParseExact(chars, "c", CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unfit(start, "S (duration)", "other text");
    }

    /// <summary>Reads one element of a String set.</summary>
    public string ReadStringElement() => ReadJsonString();

    /// <summary>Reads one element of a Number set, or the content of a Number value.</summary>
    /// <typeparam name="T">A built-in number type.</typeparam>
    public T ReadNumberElement<T>()
        where T : struct, INumber<T>
    {
        var start = _position;
        var digits = ReadText();
        if ((T.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value))
            || (T.TryParse(digits, AnyNumber, CultureInfo.InvariantCulture, out value) && IsExact(digits, value)))
        {
            return value;
        }

        throw Unfit(start, $"N ({typeof(T).Name})", "a number that it cannot hold");
    }

    /// <summary>Reads one element of a Binary set, or the content of a Binary value.</summary>
    public byte[] ReadBinaryElement()
    {
        var start = _position;
        var base64 = ReadText();
        var bytes = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(base64.Length));
        try
        {
            return Base64.DecodeFromUtf8(base64, bytes, out _, out var written) == OperationStatus.Done
                ? bytes.AsSpan(0, written).ToArray()
                : throw Unfit(start, "B (Base64)", "other text");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Binary floating point always rounds; a decimal may have been cut, which writing it again shows.</summary>
    private static bool IsExact<T>(ReadOnlySpan<byte> digits, T value)
        where T : struct, INumber<T>
    {
        if (value is double or float)
        {
            return T.IsFinite(value);
        }

        return value is not decimal exact || DecimalDigits.AreEqual(digits, exact);
    }

    private static bool TryChars(ReadOnlySpan<byte> text, out ReadOnlySpan<char> chars, Span<char> buffer)
    {
        var fits = text.Length <= buffer.Length && Ascii.ToUtf16(text, buffer, out _) == OperationStatus.Done;
        chars = fits ? buffer[..text.Length] : default;
        return fits;
    }
}
