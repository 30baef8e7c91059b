namespace DynamoGen.Serialization.Numbers;

/// <summary>
/// Tells whether a number's text is one that DynamoDB stores: at most 38 significant digits, and zero or a magnitude from 1E-130 to 9.99E+125.
/// </summary>
/// <remarks>
/// See <see
/// href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number">Number</see>.
/// </remarks>
internal static class NumberText
{
    private const int MostDigits = 38;
    private const int LowestMagnitude = -130;
    private const int HighestMagnitude = 125;
    private const int LongestExponent = 6;

    /// <summary>The bytes that a canonical text takes at most: a sign, the digits, and the magnitude with its own sign behind an E.</summary>
    public const int LongestCanonical = 1 + MostDigits + 1 + 1 + LongestExponent;

    /// <param name="text">Digits with perhaps a sign, a point and an exponent.</param>
    /// <returns>Why it cannot be stored, or null.</returns>
    public static string? Problem(ReadOnlySpan<byte> text)
    {
        var rest = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        var end = rest.IndexOfAny((byte)'e', (byte)'E');
        var exponent = 0;
        if (end >= 0 && !TryExponent(rest[(end + 1)..], out exponent))
        {
            return "no number";
        }

        var digits = end < 0 ? rest : rest[..end];
        var point = digits.IndexOf((byte)'.');
        if (digits.Length == 0 || digits[0] == (byte)'.' || digits[^1] == (byte)'.' || digits.IndexOfAnyExcept("0123456789."u8) >= 0
            || (point >= 0 && digits[(point + 1)..].Contains((byte)'.')))
        {
            return "no number";
        }

        var first = digits.IndexOfAnyExcept("0."u8);
        if (first < 0)
        {
            return null;
        }

        var last = digits.LastIndexOfAnyExcept("0."u8);
        var significant = last - first + 1 - (point > first && point < last ? 1 : 0);
        var magnitude = exponent + Magnitude(digits, first);
        return significant > MostDigits ? "a number of more than 38 digits"
            : magnitude is < LowestMagnitude or > HighestMagnitude ? "a number beyond 1E-130 to 9.99E+125"
            : null;
    }

    /// <summary>One text for one value: its significant digits and its magnitude, so that <c>1.0</c>, <c>01</c> and <c>10E-1</c> are alike.</summary>
    /// <param name="text">A number that DynamoDB can store.</param>
    /// <param name="canonical">Room for <see cref="LongestCanonical"/> bytes.</param>
    /// <returns>How many bytes it takes.</returns>
    public static int Canonical(ReadOnlySpan<byte> text, Span<byte> canonical)
    {
        var rest = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        var end = rest.IndexOfAny((byte)'e', (byte)'E');
        var exponent = 0;
        if (end >= 0)
        {
            TryExponent(rest[(end + 1)..], out exponent);
        }

        var digits = end < 0 ? rest : rest[..end];
        var first = digits.IndexOfAnyExcept("0."u8);
        if (first < 0)
        {
            canonical[0] = (byte)'0';
            return 1;
        }

        var length = 0;
        if (text[0] == (byte)'-')
        {
            canonical[length++] = (byte)'-';
        }

        foreach (var digit in digits[first..(digits.LastIndexOfAnyExcept("0."u8) + 1)])
        {
            canonical[length] = digit;
            length += digit == (byte)'.' ? 0 : 1;
        }

        canonical[length++] = (byte)'E';
        System.Buffers.Text.Utf8Formatter.TryFormat(exponent + Magnitude(digits, first), canonical[length..], out var written);
        return length + written;
    }

    /// <summary>The power of ten of the first digit that is not zero.</summary>
    private static int Magnitude(ReadOnlySpan<byte> digits, int first)
    {
        var point = digits.IndexOf((byte)'.');
        var integers = point < 0 ? digits.Length : point;
        return first < integers ? integers - first - 1 : integers - first;
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        return text.Length is > 0 and <= LongestExponent
            && System.Buffers.Text.Utf8Parser.TryParse(text, out exponent, out var consumed)
            && consumed == text.Length;
    }
}
