namespace DynamoGen.Serialization.Numbers;

/// <summary>
/// Tells whether a text is a number of JSON (RFC 8259, section 6). The framework's parsers take more: a plus sign, leading zeros, a point without
/// digits beside it.
/// </summary>
internal static class JsonNumber
{
    public static bool IsOne(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'-', ..])
        {
            text = text[1..];
        }

        var first = text;
        if (!SkipDigits(ref text) || (first[0] == (byte)'0' && first.Length - text.Length > 1))
        {
            return false;
        }

        if (text is [(byte)'.', .. var fraction])
        {
            if (!SkipDigits(ref fraction))
            {
                return false;
            }

            text = fraction;
        }

        if (text is [(byte)'e' or (byte)'E', .. var exponent])
        {
            exponent = exponent is [(byte)'+' or (byte)'-', ..] ? exponent[1..] : exponent;
            return SkipDigits(ref exponent) && exponent.IsEmpty;
        }

        return text.IsEmpty;
    }

    private static bool SkipDigits(ref ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        length = length < 0 ? text.Length : length;
        text = text[length..];
        return length > 0;
    }
}
