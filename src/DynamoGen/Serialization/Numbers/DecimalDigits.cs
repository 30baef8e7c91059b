using System.Globalization;

namespace DynamoGen.Serialization.Numbers;

/// <summary>
/// Tells whether a decimal holds all the significant digits of a number's text. Parsing alone rounds what exceeds 28 or 29 digits without a word.
/// </summary>
internal static class DecimalDigits
{
    private const int Room = 64;

    public static bool AreEqual(ReadOnlySpan<byte> text, decimal value)
    {
        Span<byte> written = stackalloc byte[Room];
        value.TryFormat(written, out var length, default, CultureInfo.InvariantCulture);
        Span<byte> left = stackalloc byte[Room];
        Span<byte> right = stackalloc byte[Room];
        return Significant(text, left, out var leftLength)
            && Significant(written[..length], right, out var rightLength)
            && left[..leftLength].SequenceEqual(right[..rightLength]);
    }

    /// <summary>The digits from the first to the last that is not zero; the value's magnitude was already parsed and needs no second look.</summary>
    private static bool Significant(ReadOnlySpan<byte> text, Span<byte> digits, out int length)
    {
        length = 0;
        foreach (var symbol in text)
        {
            if (symbol is (byte)'e' or (byte)'E')
            {
                break;
            }

            if (symbol is >= (byte)'0' and <= (byte)'9' && (symbol != (byte)'0' || length > 0))
            {
                if (length == digits.Length)
                {
                    return false;
                }

                digits[length++] = symbol;
            }
        }

        while (length > 0 && digits[length - 1] == (byte)'0')
        {
            length--;
        }

        return true;
    }
}
