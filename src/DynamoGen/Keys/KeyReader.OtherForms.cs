using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using DynamoGen.Schema;

namespace DynamoGen.Keys;

/// <content>Parts as other programs write them.</content>
public ref partial struct KeyReader
{
    /// <summary>Reads text that was written by <see cref="KeyBuilder.RawText"/>: up to its terminator.</summary>
    /// <param name="terminator">The literal text behind it, empty at the end of a key.</param>
    /// <param name="value">The text.</param>
    public bool RawText(string terminator, out string value)
    {
        value = string.Empty;
        var end = terminator.Length == 0 ? _rest.Length : _rest.IndexOf(terminator, StringComparison.Ordinal);
        if (end < 0 || !IsAllowed(_rest[..end]))
        {
            return false;
        }

        value = _rest[..end].ToString();
        return Skip(end);
    }

    /// <summary>Reads text that was written by <see cref="KeyBuilder.LowerText"/>.</summary>
    /// <inheritdoc cref="RawText"/>
    public bool LowerText(string terminator, out string value) => RawText(terminator, out value) && KeyCase.IsLower(value);

    /// <summary>Reads text that was written by <see cref="KeyBuilder.UpperText"/>.</summary>
    /// <inheritdoc cref="RawText"/>
    public bool UpperText(string terminator, out string value) => RawText(terminator, out value) && KeyCase.IsUpper(value);

    /// <summary>Reads the name of an enum's member: up to its terminator.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <typeparam name="TNames">Its names.</typeparam>
    /// <param name="terminator">The literal text behind it, empty at the end of a key.</param>
    /// <param name="value">The member.</param>
    public bool RawMember<TEnum, TNames>(string terminator, out TEnum value)
        where TEnum : struct, Enum
        where TNames : struct, IEnumNames<TEnum>
    {
        value = default;
        return RawText(terminator, out var name) && Find<TEnum, TNames>(name, out value);
    }

    /// <summary>Reads the name of an enum's member in lower case.</summary>
    /// <inheritdoc cref="RawMember"/>
    public bool LowerMember<TEnum, TNames>(string terminator, out TEnum value)
        where TEnum : struct, Enum
        where TNames : struct, IEnumNames<TEnum> =>
        Cased<TEnum, TNames>(terminator, static name => name.ToLowerInvariant(), out value);

    /// <summary>Reads the name of an enum's member in upper case.</summary>
    /// <inheritdoc cref="RawMember"/>
    public bool UpperMember<TEnum, TNames>(string terminator, out TEnum value)
        where TEnum : struct, Enum
        where TNames : struct, IEnumNames<TEnum> =>
        Cased<TEnum, TNames>(terminator, static name => name.ToUpperInvariant(), out value);

    /// <summary>Reads the number of an enum's member, which may be none that has a name.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <typeparam name="TNumber">The type of its numbers.</typeparam>
    /// <param name="value">The member.</param>
    public bool EnumNumber<TEnum, TNumber>(out TEnum value)
        where TEnum : struct, Enum
        where TNumber : struct, IBinaryInteger<TNumber>, IMinMaxValue<TNumber>
    {
        var found = PlainNumber(out TNumber number);
        value = Unsafe.BitCast<TNumber, TEnum>(number);
        return found;
    }

    /// <summary>Reads <c>FALSE</c> or <c>TRUE</c>.</summary>
    /// <param name="value">The value.</param>
    public bool UpperBoolean(out bool value)
    {
        value = Literal("TRUE");
        return value || Literal("FALSE");
    }

    /// <summary>Reads a Guid.</summary>
    /// <param name="format"><c>D</c> or <c>N</c>.</param>
    /// <param name="isUpper">Whether its letters are in upper case.</param>
    /// <param name="value">The value.</param>
    public bool Guid(string format, bool isUpper, out Guid value)
    {
        var length = format == "N" ? 32 : 36;
        value = default;
        return _rest.Length >= length
            && System.Guid.TryParseExact(_rest[..length], format, out value)
            && IsGuid(_rest[..length], isUpper ? 'A' : 'a')
            && Skip(length);
    }

    /// <summary>Reads an integer of as many digits as it has.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The number.</param>
    public bool PlainNumber<T>(out T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var text = Numeral(hasFraction: false);
        return T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && IsShortest(text) && Skip(text.Length);
    }

    /// <summary>Reads a decimal of as many digits as it has.</summary>
    /// <param name="value">The number.</param>
    public bool PlainDecimal(out decimal value)
    {
        // A number with more digits than a decimal has is read as another one.
        var text = Numeral(hasFraction: true);
        Span<char> written = stackalloc char[32];
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && value.TryFormat(written, out var length, default, CultureInfo.InvariantCulture)
            && text.SequenceEqual(written[..length])
            && IsShortest(text)
            && Skip(text.Length);
    }

    /// <summary>Reads the seconds since 1970 in 10 digits.</summary>
    /// <param name="value">The instant, in UTC.</param>
    public bool UnixSeconds(out DateTimeOffset value)
    {
        var found = Unix(10, out var number);
        value = found ? DateTimeOffset.FromUnixTimeSeconds(number) : default;
        return found;
    }

    /// <inheritdoc cref="UnixSeconds(out DateTimeOffset)"/>
    public bool UnixSeconds(out DateTime value)
    {
        var found = UnixSeconds(out DateTimeOffset instant);
        value = instant.UtcDateTime;
        return found;
    }

    /// <summary>Reads the milliseconds since 1970 in 13 digits.</summary>
    /// <param name="value">The instant, in UTC.</param>
    public bool UnixMilliseconds(out DateTimeOffset value)
    {
        var found = Unix(13, out var number);
        value = found ? DateTimeOffset.FromUnixTimeMilliseconds(number) : default;
        return found;
    }

    /// <inheritdoc cref="UnixMilliseconds(out DateTimeOffset)"/>
    public bool UnixMilliseconds(out DateTime value)
    {
        var found = UnixMilliseconds(out DateTimeOffset instant);
        value = instant.UtcDateTime;
        return found;
    }

    private bool Unix(int digits, out long number)
    {
        number = 0;
        return _rest.Length >= digits && _rest[0] is >= '1' and <= '9' && Number(digits, out number);
    }

    private bool Cased<TEnum, TNames>(string terminator, Func<string, string> cased, out TEnum value)
        where TEnum : struct, Enum
        where TNames : struct, IEnumNames<TEnum>
    {
        value = default;
        if (!RawText(terminator, out var text))
        {
            return false;
        }

        foreach (var member in Enum.GetValues<TEnum>())
        {
            if (TNames.NameOf(member) is { Length: > 0 } name && cased(Encoding.UTF8.GetString(name)) == text)
            {
                value = member;
                return true;
            }
        }

        return false;
    }

    /// <summary>The number at the beginning of what is left.</summary>
    private readonly ReadOnlySpan<char> Numeral(bool hasFraction)
    {
        var length = _rest is ['-', ..] ? 1 : 0;
        while (length < _rest.Length && (char.IsAsciiDigit(_rest[length]) || (hasFraction && _rest[length] == '.')))
        {
            length++;
        }

        return _rest[..length];
    }

    /// <summary>Whether a number has no digits that it does not need, with which it would be another key of the same value.</summary>
    private static bool IsShortest(ReadOnlySpan<char> text)
    {
        var digits = text[0] == '-' ? text[1..] : text;
        return digits is ['0'] ? text.Length == 1
            : digits is not (['0', >= '0' and <= '9', ..] or ['.', ..] or [.., '.']) && !(digits.Contains('.') && digits[^1] == '0');
    }
}
