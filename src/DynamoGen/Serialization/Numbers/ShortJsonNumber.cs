namespace DynamoGen.Serialization.Numbers;

/// <summary>Reads the JSON numbers that events and answers mostly have: a few digits, with or without a fraction.</summary>
internal static class ShortJsonNumber
{
    /// <summary>Up to this many digits are a whole number that a double holds, as are the powers of ten, so that one division rounds rightly.</summary>
    private const int MostDigits = 15;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14];

    /// <summary>Reads the number that the text begins with.</summary>
    /// <returns>Its length, or 0 where it is not short, or no number of JSON.</returns>
    public static int Read(ReadOnlySpan<byte> json, out double value)
    {
        value = 0;
        long digits = 0;
        var length = ReadDigits(json, ref digits);
        if (length == 0 || (length > 1 && json[0] == (byte)'0'))
        {
            return 0;
        }

        var fraction = 0;
        if (length < json.Length && json[length] == (byte)'.')
        {
            fraction = ReadDigits(json[(length + 1)..], ref digits);
            if (fraction == 0)
            {
                return 0;
            }
        }

        var end = fraction == 0 ? length : length + 1 + fraction;
        if (length + fraction > MostDigits || (end < json.Length && IsPartOfNumber(json[end])))
        {
            return 0;
        }

        value = digits / PowersOfTen[fraction];
        return end;
    }

    /// <summary>Appends the digits that the text begins with; more than can be counted are too many anyway.</summary>
    private static int ReadDigits(ReadOnlySpan<byte> text, ref long digits)
    {
        var length = 0;
        while (length < text.Length && length <= MostDigits && (uint)(text[length] - '0') <= 9)
        {
            digits = unchecked((digits * 10) + (text[length++] - '0'));
        }

        return length;
    }

    private static bool IsPartOfNumber(byte next) => (uint)(next - '0') <= 9 || next is (byte)'.' or (byte)'e' or (byte)'E' or (byte)'+' or (byte)'-';
}
