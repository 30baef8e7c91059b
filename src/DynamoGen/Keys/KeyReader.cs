using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace DynamoGen.Keys;

/// <summary>
/// Reads the parts of a key back. It accepts only what <see cref="KeyBuilder"/> writes, and never throws: each method is false where
/// the key does not go on as asked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct KeyReader
{
    private ReadOnlySpan<char> _rest;

    /// <summary>Starts at the beginning of a key.</summary>
    /// <param name="key">The key.</param>
    public KeyReader(ReadOnlySpan<char> key) => _rest = key;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Reads literal text of the template.</summary>
    /// <param name="text">The text.</param>
    public bool Literal(ReadOnlySpan<char> text)
    {
        if (!_rest.StartsWith(text, StringComparison.Ordinal))
        {
            return false;
        }

        _rest = _rest[text.Length..];
        return true;
    }

    /// <summary>Reads text that was written by <see cref="KeyBuilder.Text(string)"/>: up to the next <c>#</c>.</summary>
    /// <param name="value">The text, unescaped.</param>
    public bool Text(out string value)
    {
        value = string.Empty;
        var end = _rest.IndexOf('#');
        var escaped = end < 0 ? _rest : _rest[..end];
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            var c = escaped[i];
            if (c > KeyEscapes.Highest)
            {
                text.Append(c);
            }
            else if (c != KeyEscapes.Lead || ++i == escaped.Length || escaped[i] - KeyEscapes.Offset is not (>= 0 and <= KeyEscapes.Highest))
            {
                return false;
            }
            else
            {
                text.Append((char)(escaped[i] - KeyEscapes.Offset));
            }
        }

        if (!IsAllowed(escaped))
        {
            return false;
        }

        _rest = _rest[escaped.Length..];
        value = text.ToString();
        return true;
    }

    /// <summary>Reads text that was written by <see cref="KeyBuilder.FinalText(string)"/>: all that is left.</summary>
    /// <param name="value">The text.</param>
    public bool FinalText(out string value)
    {
        var isAllowed = IsAllowed(_rest);
        value = isAllowed ? _rest.ToString() : string.Empty;
        _rest = isAllowed ? default : _rest;
        return isAllowed;
    }

    /// <summary>Reads <c>false</c> or <c>true</c>.</summary>
    /// <param name="value">The value.</param>
    public bool Boolean(out bool value)
    {
        value = Literal("true");
        return value || Literal("false");
    }

    /// <summary>Reads the 36 lower-case characters of a Guid.</summary>
    /// <param name="value">The value.</param>
    public bool Guid(out Guid value)
    {
        const int Length = 36;
        value = default;
        return _rest.Length >= Length
            && System.Guid.TryParseExact(_rest[..Length], "D", out value)
            && IsGuid(_rest[..Length], 'a')
            && Skip(Length);
    }

    /// <summary>Whether a Guid has no characters but those that are written: .NET also reads <c>+</c>, <c>0x</c> and either case.</summary>
    private static bool IsGuid(ReadOnlySpan<char> text, char firstLetter)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter) && letter != '-' && (uint)(letter - firstLetter) > 5)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads an instant.</summary>
    /// <param name="value">The instant, in UTC.</param>
    /// <param name="format">The format in which it was written.</param>
    public bool Timestamp(out DateTimeOffset value, string format = KeyFormats.Timestamp)
    {
        var found = Timestamp(out DateTime instant, format);
        value = found ? new DateTimeOffset(instant) : default;
        return found;
    }

    /// <summary>Reads a date and time.</summary>
    /// <param name="value">The date and time, in UTC.</param>
    /// <param name="format">The format in which it was written.</param>
    public bool Timestamp(out DateTime value, string format = KeyFormats.Timestamp)
    {
        value = default;
        return Room(format, out var text)
            && DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value)
            && Skip(text.Length);
    }

    /// <summary>Reads a date and time as its own attribute has it.</summary>
    /// <param name="value">The date and time: in UTC with a <c>Z</c>, and of unspecified kind without.</param>
    public bool StoredTimestamp(out DateTime value)
    {
        if (Timestamp(out value))
        {
            return true;
        }

        var found = Timestamp(out value, KeyFormats.UnzonedTimestamp);
        value = DateTime.SpecifyKind(value, DateTimeKind.Unspecified);
        return found;
    }

    /// <summary>Reads a date.</summary>
    /// <param name="value">The date.</param>
    /// <param name="format">The format in which it was written.</param>
    public bool Date(out DateOnly value, string format = KeyFormats.Date)
    {
        value = default;
        return Room(format, out var text)
            && DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            && Skip(text.Length);
    }

    /// <summary>Reads a time of day.</summary>
    /// <param name="value">The time.</param>
    /// <param name="format">The format in which it was written.</param>
    public bool Time(out TimeOnly value, string format = KeyFormats.Time)
    {
        value = default;
        return Room(format, out var text)
            && TimeOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            && Skip(text.Length);
    }

    /// <summary>Reads a duration.</summary>
    /// <param name="value">The duration.</param>
    public bool Duration(out TimeSpan value)
    {
        var found = Number(19, out long ticks);
        value = new TimeSpan(ticks);
        return found;
    }

    /// <summary>A sortable format has one character for each that it writes, but for the quotes around letters.</summary>
    private readonly bool Room(string format, out ReadOnlySpan<char> text)
    {
        var length = format.Length - format.AsSpan().Count('\'');
        var fits = _rest.Length >= length;
        text = fits ? _rest[..length] : default;
        return fits;
    }

    private bool Skip(int count)
    {
        _rest = _rest[count..];
        return true;
    }

    private static bool IsAllowed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done || rune.Value == 0x10FFFF)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
