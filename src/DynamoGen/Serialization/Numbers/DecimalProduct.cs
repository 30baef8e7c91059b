using System.Numerics;

namespace DynamoGen.Serialization.Numbers;

/// <summary>
/// The nearest double to an integer divided by a power of ten, by one product with the power's reciprocal in 128 bits.
/// </summary>
/// <remarks>
/// The algorithm of D. Lemire, "Number Parsing at a Gigabyte per Second" (2021), for the powers from -18 to 0. There its product is always precise enough
/// to round by, and no result is too small for a normal double.
/// </remarks>
internal static class DecimalProduct
{
    private const int MantissaBits = 52;
    private const int MostScale = 18;
    private const ulong Mantissa = (1UL << MantissaBits) - 1;

    private static readonly UInt128[] Reciprocals = [.. Enumerable.Range(0, MostScale + 1).Select(Reciprocal)];

    /// <param name="digits">The integer, not zero.</param>
    /// <param name="scale">The power of ten that it is divided by, 0 to 18.</param>
    public static double Nearest(ulong digits, int scale)
    {
        var leading = BitOperations.LeadingZeroCount(digits);
        var (high, low) = Product(digits << leading, Reciprocals[scale]);
        var upper = (int)(high >> 63);
        var shift = upper + 64 - MantissaBits - 3;
        var mantissa = high >> shift;

        // What lies just between two doubles goes to the even one.
        if (low <= 1 && scale <= 4 && (mantissa & 3) == 1 && mantissa << shift == high)
        {
            mantissa &= ~1UL;
        }

        mantissa = (mantissa + (mantissa & 1)) >> 1;
        var exponent = (((217706 * -scale) >> 16) + 63 + upper - leading) + 1023;
        if (mantissa >= 2UL << MantissaBits)
        {
            mantissa = 1UL << MantissaBits;
            exponent++;
        }

        return BitConverter.UInt64BitsToDouble((mantissa & Mantissa) | ((ulong)exponent << MantissaBits));
    }

    /// <summary>
    /// The upper half of the product, and what is known of its lower half: its own lower bits are needed only where the upper ones end in ones.
    /// </summary>
    private static (ulong High, ulong Low) Product(ulong digits, UInt128 power)
    {
        const ulong Undecided = ulong.MaxValue >> (MantissaBits + 3);
        var high = Math.BigMul(digits, (ulong)(power >> 64), out var low);
        if ((high & Undecided) == Undecided)
        {
            var further = Math.BigMul(digits, (ulong)power, out _);
            low += further;
            high += further > low ? 1UL : 0;
        }

        return (high, low);
    }

    /// <summary>2^b / 5^scale, rounded up, with b so that it has just 128 bits.</summary>
    private static UInt128 Reciprocal(int scale)
    {
        var power = BigInteger.Pow(5, scale);
        return scale == 0
            ? UInt128.One << 127
            : (UInt128)((BigInteger.One << ((int)(power - 1).GetBitLength() + 127)) / power) + 1;
    }
}
