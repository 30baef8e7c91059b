using System.Globalization;
using System.Numerics;

namespace DynamoGen.Serialization.Numbers;

/// <summary>
/// Floating point from and to decimal texts of few digits. A quotient of two integers that a double holds exactly is rounded once, just as the nearest
/// number to the text is; whatever that does not prove goes the long way.
/// </summary>
internal static class ShortFloat
{
    /// <summary>The bytes that <see cref="TryWrite"/> needs: a sign, 15 digits, and a point with a zero before it.</summary>
    public const int Room = 24;

    private const ulong ExactIntegers = 1UL << 53;
    private const int FewDecimals = 4;
    private const int FewDecimalsPower = 10_000;

    private static ReadOnlySpan<double> Powers =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>The nearest number to <c>digits / 10^scale</c>.</summary>
    /// <param name="digits">The digits, at most 18.</param>
    /// <param name="scale">How many of them are behind the point.</param>
    /// <param name="isNegative">Whether there is a minus before them.</param>
    /// <param name="value">The number.</param>
    /// <returns>False when it cannot be told so, or is too large for the type.</returns>
    public static bool TryMake<T>(ulong digits, int scale, bool isNegative, out T value)
        where T : struct, INumber<T>
    {
        double magnitude;
        if (digits <= ExactIntegers)
        {
            magnitude = digits / Powers[scale];
        }
        else if (typeof(T) == typeof(double))
        {
            magnitude = DecimalProduct.Nearest(digits, scale);
        }
        else
        {
            value = default;
            return false;
        }

        value = T.CreateTruncating(isNegative ? -magnitude : magnitude);
        return typeof(T) == typeof(double) || (T.IsFinite(value) && IsRoundedOnce<T>(magnitude, digits, Powers[scale]));
    }

    /// <summary>
    /// Writes a number of few digits as the framework does. Two texts of at most 15 significant digits (6 of a float) are never the same number, so
    /// that a text of so many which is the number is its shortest one.
    /// </summary>
    /// <returns>False when the number has more digits, or is another type's.</returns>
    public static bool TryWrite<T>(T value, Span<byte> utf8, out int length)
        where T : struct, INumberBase<T>
    {
        length = 0;
        if (typeof(T) == typeof(double))
        {
            var number = (double)(object)value;
            var scaled = Math.Round(Math.Abs(number) * FewDecimalsPower);
            return scaled is >= 1 and < 1e15 && scaled / FewDecimalsPower == Math.Abs(number) && Write((long)scaled, number < 0, utf8, out length);
        }

        if (typeof(T) == typeof(float))
        {
            var number = (float)(object)value;
            var scaled = MathF.Round(MathF.Abs(number) * FewDecimalsPower);
            return scaled is >= 1 and < 1e6f && scaled / FewDecimalsPower == MathF.Abs(number) && Write((long)scaled, number < 0, utf8, out length);
        }

        return false;
    }

    /// <summary>
    /// A double that is made narrower was rounded twice. That differs from once only where the double lies just between two numbers of the narrower
    /// type and is not exact itself; then all of its lower bits are zero.
    /// </summary>
    private static bool IsRoundedOnce<T>(double magnitude, ulong digits, double power)
    {
        var lower = (1UL << (typeof(T) == typeof(Half) ? 40 : 28)) - 1;
        return (BitConverter.DoubleToUInt64Bits(magnitude) & lower) != 0 || Math.FusedMultiplyAdd(magnitude, power, -(double)digits) == 0;
    }

    private static bool Write(long scaled, bool isNegative, Span<byte> utf8, out int length)
    {
        var (whole, decimals) = Math.DivRem(scaled, FewDecimalsPower);
        length = 0;
        if (isNegative)
        {
            utf8[length++] = (byte)'-';
        }

        whole.TryFormat(utf8[length..], out var written, default, CultureInfo.InvariantCulture);
        length += written;
        if (decimals == 0)
        {
            return true;
        }

        utf8[length] = (byte)'.';
        for (var place = FewDecimals; place > 0; place--)
        {
            (decimals, var digit) = Math.DivRem(decimals, 10);
            utf8[length + place] = (byte)('0' + digit);
        }

        length += FewDecimals;
        while (utf8[length] == (byte)'0')
        {
            length--;
        }

        length++;
        return true;
    }
}
