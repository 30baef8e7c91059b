using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DynamoGen.Keys;

/// <summary>
/// Writes one key as UTF-8 into a caller's memory, without allocating. Parts are written so that different values give different keys and that keys
/// sort, byte by byte as DynamoDB compares them, in the order of their values.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">supported
/// data types and naming rules</see>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct KeyBuilder
{
    /// <summary>A partition key has 1 to 2,048 bytes.</summary>
    public const int MaxPartitionKeyBytes = 2048;

    /// <summary>A sort key has 1 to 1,024 bytes.</summary>
    public const int MaxSortKeyBytes = 1024;

    /// <summary>The characters on both sides of the surrogates, which are none.</summary>
    private const int LastBeforeSurrogates = 0xD7FF;
    private const int FirstBehindSurrogates = 0xE000;

    private readonly Span<byte> _buffer;
    private int _length;

    /// <summary>Starts an empty key.</summary>
    /// <param name="buffer">Where it is written; its length is the most that the key may have.</param>
    public KeyBuilder(Span<byte> buffer) => _buffer = buffer;

    /// <summary>The key so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    /// <summary>The key's length in bytes.</summary>
    public readonly int Length => _length;

    /// <summary>Writes literal text of the template as it is.</summary>
    /// <param name="utf8">The text.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Literal(ReadOnlySpan<byte> utf8) => utf8.CopyTo(Take(utf8.Length));

    /// <summary>Writes text that more of the template follows, which begins with <c>#</c>: characters up to <c>$</c> are escaped.</summary>
    /// <param name="value">The text; it may be empty.</param>
    /// <exception cref="KeyException">The key gets too long, or the text has a lone surrogate or U+10FFFF.</exception>
    public void Text(ReadOnlySpan<char> value)
    {
        while (true)
        {
            var plain = value.IndexOfAny(KeyEscapes.Escaped);
            if (plain < 0)
            {
                FinalText(value);
                return;
            }

            FinalText(value[..plain]);
            var escape = Take(2);
            escape[0] = (byte)KeyEscapes.Lead;
            escape[1] = (byte)(value[plain] + KeyEscapes.Offset);
            value = value[(plain + 1)..];
        }
    }

    /// <inheritdoc cref="Text(ReadOnlySpan{char})"/>
    public void Text(string value) => Text(Present(value));

    /// <inheritdoc cref="FinalText(ReadOnlySpan{char})"/>
    public void FinalText(string value) => FinalText(Present(value));

    /// <inheritdoc cref="TextPrefix(ReadOnlySpan{char})"/>
    public void TextPrefix(string value) => TextPrefix(Present(value));

    /// <summary>Writes text at the template's end, where nothing needs to be escaped.</summary>
    /// <param name="value">The text; it may be empty.</param>
    /// <exception cref="KeyException">The key gets too long, or the text has a lone surrogate or U+10FFFF.</exception>
    public void FinalText(ReadOnlySpan<char> value)
    {
        if (value.IndexOf(KeyEscapes.UpperBound, StringComparison.Ordinal) >= 0)
        {
            throw new KeyException("A text in a key holds U+10FFFF, which is kept for the bounds of ranges.");
        }

        var status = Utf8.FromUtf16(value, _buffer[_length..], out _, out var written, replaceInvalidSequences: false);
        _length += status switch
        {
            OperationStatus.Done => written,
            OperationStatus.DestinationTooSmall => throw TooLong(),
            _ => throw new KeyException("A text in a key has a lone surrogate, which UTF-8 cannot carry."),
        };
    }

    /// <summary>Writes the beginning of a text that would be written by <see cref="Text(string)"/>, for <c>begins_with</c>.</summary>
    /// <param name="value">The beginning.</param>
    /// <exception cref="KeyException">The key gets too long, or the text has a lone surrogate or U+10FFFF.</exception>
    public void TextPrefix(ReadOnlySpan<char> value) => Text(value);

    /// <summary>Writes U+10FFFF, the highest character: with it, a beginning sorts behind every key that has that beginning.</summary>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void UpperBound() => Literal("\U0010FFFF"u8);

    /// <summary>Changes the key to the last one before it, for an upper bound that leaves out just this key.</summary>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Precede()
    {
        if (_length == 0)
        {
            return;
        }

        Rune.DecodeLastFromUtf8(Written, out var last, out var bytes);
        _length -= bytes;
        if (last.Value == 0)
        {
            return;
        }

        var before = new Rune(last.Value == FirstBehindSurrogates ? LastBeforeSurrogates : last.Value - 1);
        before.EncodeToUtf8(Take(before.Utf8SequenceLength));
        UpperBound();
    }

    /// <summary>Writes <c>false</c> or <c>true</c>.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Boolean(bool value) => Literal(value ? "true"u8 : "false"u8);

    /// <summary>Writes bytes as they are, for what is only hashed.</summary>
    /// <param name="value">The bytes.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Binary(ReadOnlySpan<byte> value) => Literal(value);

    /// <summary>Writes the 36 lower-case characters of a Guid.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Guid(Guid value) => Format(value, "D");

    /// <summary>Writes an instant in UTC.</summary>
    /// <param name="value">The instant.</param>
    /// <param name="format">A format whose order as text is the order in time.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Timestamp(DateTimeOffset value, string format = KeyFormats.Timestamp) => Format(value.UtcDateTime, format);

    /// <summary>Writes a date and time in UTC.</summary>
    /// <param name="value">The date and time; a local one is converted, one of unspecified kind is taken as UTC.</param>
    /// <param name="format">A format whose order as text is the order in time.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Timestamp(DateTime value, string format = KeyFormats.Timestamp) =>
        Format(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value, format);

    /// <summary>
    /// Writes a date and time as its own attribute has it: in UTC with a <c>Z</c>, or, when its kind is unspecified, as it is and without one.
    /// </summary>
    /// <param name="value">The date and time; a local one is converted to UTC.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void StoredTimestamp(DateTime value) =>
        Timestamp(value, value.Kind == DateTimeKind.Unspecified ? KeyFormats.UnzonedTimestamp : KeyFormats.Timestamp);

    /// <summary>Writes a date.</summary>
    /// <param name="value">The date.</param>
    /// <param name="format">A format whose order as text is the order in time.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Date(DateOnly value, string format = KeyFormats.Date) => Format(value, format);

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The time.</param>
    /// <param name="format">A format whose order as text is the order in time.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Time(TimeOnly value, string format = KeyFormats.Time) => Format(value, format);

    /// <summary>Writes a duration as its ticks of 100 nanoseconds, in 19 digits.</summary>
    /// <param name="value">The duration.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Duration(TimeSpan value) => Number(value.Ticks);

    /// <summary>The key as text.</summary>
    public override readonly string ToString() => Encoding.UTF8.GetString(Written);

    private void Format<T>(T value, string format)
        where T : struct, IUtf8SpanFormattable
    {
        if (!value.TryFormat(_buffer[_length..], out var written, format, CultureInfo.InvariantCulture))
        {
            throw TooLong();
        }

        _length += written;
    }

    private Span<byte> Take(int count)
    {
        if (_buffer.Length - _length < count)
        {
            throw TooLong();
        }

        var taken = _buffer.Slice(_length, count);
        _length += count;
        return taken;
    }

    /// <summary>A null would quietly become the key of an empty text.</summary>
    private static ReadOnlySpan<char> Present(string value) =>
        value is null ? throw new KeyException("A text in a key is null; a key needs its value.") : value.AsSpan();

    private readonly KeyException TooLong() =>
        new($"A key gets longer than {_buffer.Length} bytes; a partition key may have {MaxPartitionKeyBytes}, a sort key {MaxSortKeyBytes}.");
}
