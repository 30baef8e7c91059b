using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text.Unicode;
using DynamoGen.Serialization.Numbers;
using DynamoGen.Serialization.Times;

namespace DynamoGen.Serialization;

public partial class WireWriter
{
    private const int LongestNumber = 128;
    private static readonly BigInteger TooLargeInteger = BigInteger.Pow(10, 126);

    /// <summary>Writes the content of a JSON string, escaped, without its quotes.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ItemValueException">The text is null or has a lone surrogate, which UTF-8 cannot carry.</exception>
    public void Text(string value)
    {
        if (value is null)
        {
            throw new ItemValueException("A text is null where a value is needed.");
        }

        Text(value.AsSpan());
    }

    /// <inheritdoc cref="Text(string)"/>
    public void Text(ReadOnlySpan<char> value)
    {
        var span = Reserve(checked(value.Length * 3));
        if (Utf8.FromUtf16(value, span, out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            throw new ItemValueException("A text has a lone surrogate; DynamoDB stores text as UTF-8, which cannot carry it.");
        }

        if (span[..written].IndexOfAny(JsonEscapes.Escaped) < 0)
        {
            _length += written;
            return;
        }

        var copy = ArrayPool<byte>.Shared.Rent(written);
        try
        {
            span[..written].CopyTo(copy);
            EscapedUtf8(copy.AsSpan(0, written));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    /// <summary>Writes a number's digits, invariant and without loss, without quotes.</summary>
    /// <typeparam name="T">A built-in number type.</typeparam>
    /// <param name="value">The number; DynamoDB keeps 38 digits, and magnitudes from 1E-130 to 9.99E+125.</param>
    /// <exception cref="ItemValueException">The number is NaN or infinite, or has more digits or another magnitude than DynamoDB stores.</exception>
    public void Number<T>(T value)
        where T : struct, INumberBase<T>
    {
        if (!T.IsFinite(value))
        {
            throw new ItemValueException("A number is NaN or infinite, which DynamoDB cannot store.");
        }

        if (typeof(T) == typeof(BigInteger) && BigInteger.Abs((BigInteger)(object)value) >= TooLargeInteger)
        {
            throw new ItemValueException("A number has a magnitude beyond 9.99E+125, which DynamoDB cannot store.");
        }

        if (ShortFloat.TryWrite(value, Reserve(ShortFloat.Room), out var length) || LongInteger.TryWrite(value, Reserve(LongInteger.Room), out length))
        {
            _length += length;
            return;
        }

        var start = _length;
        Format(value, default);
        if (CanExceed<T>() && NumberText.Problem(_buffer.AsSpan(start, _length - start)) is { } problem)
        {
            throw new ItemValueException($"A value is {problem}, which DynamoDB cannot store.");
        }
    }

    /// <summary>Writes one character, escaped, without quotes.</summary>
    /// <param name="value">The character.</param>
    /// <exception cref="ItemValueException">The character is half of a surrogate pair.</exception>
    public void Character(char value) => Text([value]);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>Writes bytes as Base64, without quotes.</summary>
    /// <param name="value">The bytes.</param>
    public void Binary(ReadOnlySpan<byte> value)
    {
        Base64.EncodeToUtf8(value, Reserve(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out var written);
        _length += written;
    }

    /// <inheritdoc cref="Binary(ReadOnlySpan{byte})"/>
    public void Binary(ReadOnlyMemory<byte> value) => Binary(value.Span);

    /// <inheritdoc cref="Binary(ReadOnlySpan{byte})"/>
    /// <exception cref="ItemValueException">The array is null.</exception>
    public void Binary(byte[] value) =>
        Binary((value ?? throw new ItemValueException("A binary value is null where a value is needed.")).AsSpan());

    /// <summary>Writes a Guid as its 36 lower-case characters.</summary>
    /// <param name="value">The value.</param>
    public void Guid(Guid value) => Format(value, "D");

    /// <summary>Writes an instant in UTC, in the fixed-width ISO 8601 form <c>2012-07-04T00:00:00.0000000Z</c>.</summary>
    /// <param name="value">The instant.</param>
    public void Timestamp(DateTimeOffset value) => Instant(value.UtcDateTime);

    /// <summary>
    /// Writes a date and time in the fixed-width ISO 8601 form: in UTC with a <c>Z</c>, or, when its kind is unspecified, as it is and without one.
    /// </summary>
    /// <param name="value">The date and time; a local one is converted to UTC.</param>
    public void Timestamp(DateTime value)
    {
        if (value.Kind == DateTimeKind.Unspecified)
        {
            _length += FixedTimestamp.Write(value, Reserve(FixedTimestamp.Length));
        }
        else
        {
            Instant(value.ToUniversalTime());
        }
    }

    /// <summary>Writes a date as <c>2012-07-04</c>.</summary>
    /// <param name="value">The date.</param>
    public void Date(DateOnly value) => _length += FixedTimestamp.Write(value, Reserve(FixedTimestamp.Length));

    /// <summary>Writes a time of day as <c>13:45:00.0000000</c>.</summary>
    /// <param name="value">The time.</param>
    public void Time(TimeOnly value) => _length += FixedTimestamp.Write(value, Reserve(FixedTimestamp.Length));

    /// <summary>Writes a duration in ISO 8601 form, <c>P00000001DT02H03M04.5000000S</c>: of fixed width, but for the sign before a negative one.</summary>
    /// <param name="value">The duration.</param>
    public void Duration(TimeSpan value) => _length += IsoDuration.Write(value, Reserve(IsoDuration.MaxLength));

    /// <summary>Writes a time in UTC as <c>2012-07-04T00:00:00.000Z</c>.</summary>
    internal void IsoMilliseconds(DateTime utc)
    {
        var room = Reserve(FixedTimestamp.Length);
        FixedTimestamp.Write(utc, room);
        room[FixedTimestamp.MillisecondsLength - 1] = (byte)'Z';
        _length += FixedTimestamp.MillisecondsLength;
    }

    private void Instant(DateTime utc)
    {
        var room = Reserve(FixedTimestamp.Length);
        var length = FixedTimestamp.Write(utc, room);
        room[length] = (byte)'Z';
        _length += length + 1;
    }

    /// <summary>Whether the type has numbers that DynamoDB does not.</summary>
    private static bool CanExceed<T>() =>
        typeof(T) == typeof(double) || typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128) || typeof(T) == typeof(BigInteger);

    private void Format<T>(T value, ReadOnlySpan<char> format)
        where T : struct, IUtf8SpanFormattable
    {
        var room = LongestNumber;
        int written;
        while (!value.TryFormat(Reserve(room), out written, format, CultureInfo.InvariantCulture))
        {
            room *= 2;
        }

        _length += written;
    }

    private void EscapedUtf8(scoped ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var plain = text.IndexOfAny(JsonEscapes.Escaped);
            if (plain < 0)
            {
                Raw(text);
                return;
            }

            Raw(text[..plain]);
            Escape(text[plain]);
            text = text[(plain + 1)..];
        }
    }

    private void Escape(byte value)
    {
        if (value is (byte)'"' or (byte)'\\')
        {
            Raw([(byte)'\\', value]);
        }
        else
        {
            const string Digits = "0123456789abcdef";
            Raw([(byte)'\\', (byte)'u', (byte)'0', (byte)'0', (byte)Digits[value >> 4], (byte)Digits[value & 15]]);
        }
    }
}
