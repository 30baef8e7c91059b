using System.Text;
using DynamoGen.Serialization.Times;

namespace DynamoGen.Keys;

/// <content>Parts as other programs write them. They are injective; numbers and texts among them do not sort by value.</content>
public ref partial struct KeyBuilder
{
    private const long LeastUnixSeconds = 1_000_000_000;
    private const long LeastUnixMilliseconds = 1_000_000_000_000;

    /// <summary>Writes text as it stands.</summary>
    /// <param name="value">The text; it may be empty.</param>
    /// <param name="terminator">The literal text behind it in the template, empty at the end of a key.</param>
    /// <exception cref="KeyException">
    /// The text holds its terminator, so that other values could give the same key; it has a lone surrogate or U+10FFFF; or the key gets too long.
    /// </exception>
    public void RawText(string value, string terminator)
    {
        var text = Present(value);
        Refuse(text, terminator);
        FinalText(text);
    }

    /// <summary>Writes text in lower case, as it stands otherwise.</summary>
    /// <inheritdoc cref="RawText"/>
    public void LowerText(string value, string terminator) => RawText(KeyCase.Lower(Required(value)), terminator);

    /// <summary>Writes text in upper case, as it stands otherwise.</summary>
    /// <inheritdoc cref="RawText"/>
    public void UpperText(string value, string terminator) => RawText(KeyCase.Upper(Required(value)), terminator);

    /// <summary>Writes the beginning of a text that would be written by <see cref="RawText"/>, for <c>begins_with</c>.</summary>
    /// <param name="value">The beginning.</param>
    /// <param name="terminator">The literal text behind the text in the template.</param>
    /// <exception cref="KeyException">No text begins so, since it holds the terminator; or as for <see cref="RawText"/>.</exception>
    public void RawBeginning(string value, string terminator)
    {
        var text = Present(value);
        if (terminator.Length > 0 && text.Contains(terminator, StringComparison.Ordinal))
        {
            throw Terminated(terminator);
        }

        FinalText(text);
    }

    /// <summary>Writes the beginning of a text in lower case.</summary>
    /// <inheritdoc cref="RawBeginning"/>
    public void LowerBeginning(string value, string terminator) => RawBeginning(KeyCase.Lower(Required(value)), terminator);

    /// <summary>Writes the beginning of a text in upper case.</summary>
    /// <inheritdoc cref="RawBeginning"/>
    public void UpperBeginning(string value, string terminator) => RawBeginning(KeyCase.Upper(Required(value)), terminator);

    /// <summary>Writes the name of an enum's member in lower case.</summary>
    /// <param name="name">The name as UTF-8.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void LowerName(ReadOnlySpan<byte> name) => FinalText(KeyCase.Lower(Encoding.UTF8.GetString(name)));

    /// <summary>Writes the name of an enum's member in upper case.</summary>
    /// <param name="name">The name as UTF-8.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void UpperName(ReadOnlySpan<byte> name) => FinalText(KeyCase.Upper(Encoding.UTF8.GetString(name)));

    /// <summary>Writes <c>FALSE</c> or <c>TRUE</c>.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void UpperBoolean(bool value) => Literal(value ? "TRUE"u8 : "FALSE"u8);

    /// <summary>Writes a Guid in another form than that of <see cref="Guid(System.Guid)"/>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format"><c>D</c>, or <c>N</c> for 32 characters without hyphens.</param>
    /// <param name="isUpper">Whether its letters are in upper case.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void Guid(Guid value, string format, bool isUpper)
    {
        var start = _length;
        Format(value, format);
        if (isUpper)
        {
            Ascii.ToUpperInPlace(_buffer[start.._length], out _);
        }
    }

    /// <summary>Writes an integer in as many digits as it has, which does not sort by value.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void PlainNumber(long value) => Format(value, "D");

    /// <inheritdoc cref="PlainNumber(long)"/>
    public void PlainNumber(ulong value) => Format(value, "D");

    /// <summary>Writes a decimal in as many digits as it has, without zeros at the end of its fraction, so that equal numbers give one text.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="KeyException">The key gets too long.</exception>
    public void PlainDecimal(decimal value)
    {
        var start = _length;
        Format(value, "G");
        if (_buffer[start.._length].Contains((byte)'.'))
        {
            while (_buffer[_length - 1] == '0')
            {
                _length--;
            }

            _length -= _buffer[_length - 1] == '.' ? 1 : 0;
        }

        if (value == 0)
        {
            // A zero may have a sign.
            _length = start;
            Literal("0"u8);
        }
    }

    /// <summary>Writes an instant as the seconds since 1970, in 10 digits.</summary>
    /// <param name="value">The instant; a part of a second belongs to the second before.</param>
    /// <param name="roundUp">Whether a part of a second belongs to the second behind, for a bound.</param>
    /// <exception cref="KeyException">The instant has other than 10 digits: it is before 2001-09-09 or after 2286-11-20; or the key gets too long.</exception>
    public void UnixSeconds(DateTimeOffset value, bool roundUp = false) =>
        Unix(roundUp ? EpochTime.UpToSeconds(value) : EpochTime.ToSeconds(value), LeastUnixSeconds);

    /// <inheritdoc cref="UnixSeconds(DateTimeOffset, bool)"/>
    public void UnixSeconds(DateTime value, bool roundUp = false) =>
        Unix(roundUp ? EpochTime.UpToSeconds(value) : EpochTime.ToSeconds(value), LeastUnixSeconds);

    /// <summary>Writes an instant as the milliseconds since 1970, in 13 digits.</summary>
    /// <param name="value">The instant; a part of a millisecond belongs to the one before.</param>
    /// <param name="roundUp">Whether a part of a millisecond belongs to the one behind, for a bound.</param>
    /// <exception cref="KeyException">The instant has other than 13 digits: it is before 2001-09-09 or after 2286-11-20; or the key gets too long.</exception>
    public void UnixMilliseconds(DateTimeOffset value, bool roundUp = false) =>
        Unix(roundUp ? EpochTime.UpToMilliseconds(value) : EpochTime.ToMilliseconds(value), LeastUnixMilliseconds);

    /// <inheritdoc cref="UnixMilliseconds(DateTimeOffset, bool)"/>
    public void UnixMilliseconds(DateTime value, bool roundUp = false) =>
        Unix(roundUp ? EpochTime.UpToMilliseconds(value) : EpochTime.ToMilliseconds(value), LeastUnixMilliseconds);

    /// <summary>With one digit more or less, the text would not sort as time does.</summary>
    private void Unix(long number, long least)
    {
        if (number < least || number >= least * 10)
        {
            throw new KeyException("A time in a key is before 2001-09-09 or after 2286-11-20, so that its number has other digits than those that sort.");
        }

        PlainNumber(number);
    }

    private static void Refuse(ReadOnlySpan<char> text, string terminator)
    {
        if (terminator.Length > 0 && KeyCase.EndOf(text, terminator) != text.Length)
        {
            throw Terminated(terminator);
        }
    }

    private static string Required(string value) => value ?? Present(value!).ToString();

    private static KeyException Terminated(string terminator) =>
        new($"A text in a key holds '{terminator}', which ends it in the key's template, so that another value could have the same key.");
}
