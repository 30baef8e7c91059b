using System.Numerics;
using System.Runtime.CompilerServices;

namespace DynamoGen.Serialization.Numbers;

/// <summary>
/// Reads the numbers that nearly all numbers are: up to 18 digits, perhaps a sign, perhaps a point. Whatever else there is goes the long way.
/// </summary>
internal static class ShortNumber
{
    private const int MostDigits = 18;

    /// <summary>Reads a number and the quote behind it.</summary>
    /// <returns>False when it is not short, does not fit the type, or is no number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead<T>(ReadOnlySpan<byte> text, out T value, out int length)
        where T : struct, INumber<T>
    {
        value = default;
        if (!TryRead(text, out var digits, out var scale, out length))
        {
            return false;
        }

        if (typeof(T) == typeof(decimal))
        {
            var magnitude = Math.Abs(digits);
            value = (T)(object)new decimal((int)magnitude, (int)(magnitude >> 32), 0, text[0] == (byte)'-', (byte)scale);
            return true;
        }

        if (typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(Half))
        {
            return ShortFloat.TryMake((ulong)Math.Abs(digits), scale, text[0] == (byte)'-', out value);
        }

        value = T.CreateTruncating(digits);
        return scale == 0 && long.CreateTruncating(value) == digits && (digits >= 0 || T.IsNegative(value));
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out long digits, out int scale, out int length)
    {
        digits = 0;
        scale = 0;
        length = 0;
        var position = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        var first = position;
        var point = -1;
        for (; position < text.Length; position++)
        {
            var digit = (uint)(text[position] - '0');
            if (digit <= 9)
            {
                digits = unchecked((digits * 10) + digit);
            }
            else if (text[position] == (byte)'.' && point < 0)
            {
                point = position;
            }
            else
            {
                break;
            }
        }

        var count = position - first - (point < 0 ? 0 : 1);
        if (position >= text.Length || text[position] != (byte)'"' || count is < 1 or > MostDigits || point == first || point == position - 1)
        {
            return false;
        }

        scale = point < 0 ? 0 : position - point - 1;
        digits = first == 1 ? -digits : digits;
        length = position + 1;
        return true;
    }
}
