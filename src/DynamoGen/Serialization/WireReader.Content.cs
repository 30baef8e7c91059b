using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using DynamoGen.Serialization.Numbers;
using DynamoGen.Serialization.Times;

namespace DynamoGen.Serialization;

/// <content>The content of attribute values: each method begins behind the opening quote and ends behind the closing one.</content>
public ref partial struct WireReader
{
    private static readonly string[] TimestampFormats = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    private const NumberStyles AnyNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads <c>true</c> or <c>false</c>, which stand in no quotes.</summary>
    public bool BooleanContent() => ReadJsonBoolean();

    /// <summary>Reads a number exactly.</summary>
    /// <typeparam name="T">
    /// A built-in number type. A number that it cannot hold without loss is an error, except that float and double take the nearest.
    /// </typeparam>
    public T NumberContent<T>()
        where T : struct, INumber<T>
    {
        if (LongInteger.TryRead(_json[_position..], out T quick, out var length) || ShortNumber.TryRead(_json[_position..], out quick, out length))
        {
            _position += length;
            return quick;
        }

        var start = _position;
        var digits = TextContent();
        if (NumberText.Problem(digits) is { } problem)
        {
            throw Unfit(start, $"N ({typeof(T).Name})", problem);
        }

        if ((T.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value))
            || (T.TryParse(digits, AnyNumber, CultureInfo.InvariantCulture, out value) && IsExact(digits, value)))
        {
            return value;
        }

        throw Unfit(start, $"N ({typeof(T).Name})", "a number that it cannot hold");
    }

    /// <summary>Reads Base64.</summary>
    public byte[] BinaryContent()
    {
        var start = _position;
        var base64 = TextContent();
        byte[] exact = base64.IsEmpty ? [] : new byte[(base64.Length / 4 * 3) - Padding(base64)];
        if (Base64.DecodeFromUtf8(base64, exact, out _, out var length) == OperationStatus.Done && length == exact.Length)
        {
            return exact;
        }

        return SpacedBinary(base64) ?? throw Unfit(start, "B (Base64)", "other text");
    }

    private static int Padding(ReadOnlySpan<byte> base64) => base64 switch
    {
        [.., _, _, (byte)'=', (byte)'='] => 2,
        [.., _, _, _, (byte)'='] => 1,
        _ => 0,
    };

    /// <summary>Decodes Base64 with white space in it, whose length says less.</summary>
    private static byte[]? SpacedBinary(ReadOnlySpan<byte> base64)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(base64.Length));
        try
        {
            return Base64.DecodeFromUtf8(base64, bytes, out _, out var written) == OperationStatus.Done
                ? bytes.AsSpan(0, written).ToArray()
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads a Guid of 36 characters.</summary>
    public Guid GuidContent()
    {
        if (HexGuid.TryRead(_json[_position..], out var quick))
        {
            _position += HexGuid.Length + 1;
            return quick;
        }

        var start = _position;
        var text = TextContent();
        return Utf8Parser.TryParse(text, out Guid value, out var consumed, 'D') && consumed == text.Length
            ? value
            : throw Unfit(start, "S (Guid)", "other text");
    }

    /// <summary>Reads an instant in ISO 8601 form; one without an offset is taken as UTC.</summary>
    public DateTimeOffset DateTimeOffsetContent()
    {
        var start = _position;
        if (FixedTimestamp.TryRead(_json[start..], out DateTime instant, out var length))
        {
            _position += length;
            return new DateTimeOffset(instant.Ticks, TimeSpan.Zero);
        }

        return TryChars(TextContent(), out var chars, stackalloc char[64])
            && DateTimeOffset.TryParseExact(chars, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : throw Unfit(start, "S (ISO 8601 date and time)", "other text");
    }

    /// <summary>Reads an instant of just the form <c>2012-07-04T00:00:00.000Z</c>, if it is the next one.</summary>
    internal bool TryIsoMilliseconds(out DateTime value)
    {
        var found = FixedTimestamp.TryReadMilliseconds(_json[_position..], out value);
        _position += found ? FixedTimestamp.MillisecondsLength + 1 : 0;
        return found;
    }

    /// <summary>Reads a date and time in ISO 8601 form: UTC when it has an offset, otherwise of unspecified kind.</summary>
    public DateTime DateTimeContent()
    {
        var start = _position;
        if (FixedTimestamp.TryRead(_json[start..], out DateTime instant, out var length))
        {
            _position += length;
            return instant;
        }

        return TryChars(TextContent(), out var chars, stackalloc char[64])
            && DateTime.TryParseExact(chars, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
            ? value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value
            : throw Unfit(start, "S (ISO 8601 date and time)", "other text");
    }

    /// <summary>Reads a date <c>yyyy-MM-dd</c>.</summary>
    public DateOnly DateOnlyContent()
    {
        var start = _position;
        if (FixedTimestamp.TryRead(_json[start..], out DateOnly date, out var length))
        {
            _position += length;
            return date;
        }

        return TryChars(TextContent(), out var chars, stackalloc char[64])
            && DateOnly.TryParseExact(chars, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Unfit(start, "S (yyyy-MM-dd)", "other text");
    }

    /// <summary>Reads a time of day <c>HH:mm:ss.fffffff</c>.</summary>
    public TimeOnly TimeOnlyContent()
    {
        var start = _position;
        if (FixedTimestamp.TryRead(_json[start..], out TimeOnly time, out var length))
        {
            _position += length;
            return time;
        }

        return TryChars(TextContent(), out var chars, stackalloc char[64])
            && TimeOnly.TryParseExact(chars, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Unfit(start, "S (HH:mm:ss.fffffff)", "other text");
    }

    /// <summary>Reads a duration in ISO 8601 form, such as <c>P1DT2H3M4.5S</c>; years and months, which have no fixed length, are refused.</summary>
    public TimeSpan TimeSpanContent()
    {
        var start = _position;
        if (IsoDuration.TryRead(_json[start..], out var quick, out var length))
        {
            _position += length;
            return quick;
        }

        return TryChars(TextContent(), out var chars, stackalloc char[64]) && IsoDuration.TryParse(chars, out var value)
            ? value
            : throw Unfit(start, "S (ISO 8601 duration)", "other text");
    }

    /// <summary>Reads one character.</summary>
    public char CharContent()
    {
        var start = _position;
        if (_json.Length - start > 1 && _json[start + 1] == (byte)'"' && _json[start] is >= (byte)' ' and < 0x80 and not ((byte)'"' or (byte)'\\'))
        {
            _position += 2;
            return (char)_json[start];
        }

        var text = TextContent();
        return Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done && length == text.Length && rune.IsBmp
            ? (char)rune.Value
            : throw Unfit(start, "S (one character)", "other text");
    }

    /// <summary>Binary floating point always rounds; a decimal may have been cut, which writing it again shows.</summary>
    private static bool IsExact<T>(ReadOnlySpan<byte> digits, T value)
        where T : struct, INumber<T>
    {
        if (value is double or float or Half)
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
