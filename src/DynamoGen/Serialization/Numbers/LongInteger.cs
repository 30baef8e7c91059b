using System.Globalization;
using System.Numerics;

namespace DynamoGen.Serialization.Numbers;

/// <summary>Integers of up to 38 digits, from and to text in two halves of 19 digits, of which each is a machine's word. Others go the long way.</summary>
internal static class LongInteger
{
    /// <summary>The bytes that <see cref="TryWrite"/> needs: a sign and 38 digits.</summary>
    public const int Room = 1 + MostDigits;

    private const int MostDigits = 38;
    private const int HalfDigits = 19;
    private const ulong HalfPower = 10_000_000_000_000_000_000;
    private static readonly Int128 TooLarge = (Int128)HalfPower * HalfPower;
    private static readonly Int128 Lowest = -TooLarge;
    private static readonly BigInteger TooLargeBig = TooLarge;
    private static readonly BigInteger LowestBig = -TooLarge;

    private static ReadOnlySpan<ulong> Powers =>
    [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000,
        10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, HalfPower,
    ];

    /// <summary>Reads an integer without exponent and the quote behind it.</summary>
    /// <returns>False when it is no such integer, or does not fit the type, or the type is narrower.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> text, out T value, out int length)
        where T : struct, INumber<T>
    {
        (value, length) = (default, 0);
        if (!IsWide<T>())
        {
            return false;
        }

        var isNegative = text.Length > 0 && text[0] == (byte)'-';
        var digits = isNegative ? text[1..] : text;
        var count = 0;
        Int128 magnitude = 0;
        while (count < MostDigits && TryHalf(digits[count..], out var half, out var read))
        {
            magnitude = count == 0 ? half : (magnitude * Powers[read]) + half;
            count += read;
        }

        if (count == 0 || count >= digits.Length || digits[count] != (byte)'"' || (isNegative && magnitude != 0 && typeof(T) == typeof(UInt128)))
        {
            return false;
        }

        value = T.CreateTruncating(isNegative ? -magnitude : magnitude);
        length = count + (isNegative ? 2 : 1);
        return true;
    }

    /// <returns>False when the number has more digits, or is another type's.</returns>
    public static bool TryWrite<T>(T value, Span<byte> utf8, out int length)
        where T : struct, INumberBase<T>
    {
        length = 0;
        if (!IsWide<T>() || !IsShort(value))
        {
            return false;
        }

        var number = Int128.CreateTruncating(value);
        if (number < 0)
        {
            utf8[length++] = (byte)'-';
            number = -number;
        }

        var (upper, lower) = UInt128.DivRem((UInt128)number, HalfPower);
        if (upper != 0)
        {
            ((ulong)upper).TryFormat(utf8[length..], out var first, default, CultureInfo.InvariantCulture);
            length += first;
        }

        ((ulong)lower).TryFormat(utf8[length..], out var written, upper != 0 ? "D19" : default, CultureInfo.InvariantCulture);
        length += written;
        return true;
    }

    private static bool IsWide<T>() => typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128) || typeof(T) == typeof(BigInteger);

    private static bool IsShort<T>(T value)
        where T : struct, INumberBase<T>
    {
        if (typeof(T) == typeof(UInt128))
        {
            return (UInt128)(object)value < (UInt128)TooLarge;
        }

        if (typeof(T) == typeof(Int128))
        {
            return (Int128)(object)value is var number && number < TooLarge && number > Lowest;
        }

        return (BigInteger)(object)value is var big && big < TooLargeBig && big > LowestBig;
    }

    /// <summary>The next digits, at most 19 of them.</summary>
    private static bool TryHalf(ReadOnlySpan<byte> text, out ulong half, out int read)
    {
        (half, read) = (0, 0);
        while (read < HalfDigits && read < text.Length && (uint)(text[read] - '0') is <= 9 and var digit)
        {
            half = (half * 10) + digit;
            read++;
        }

        return read > 0;
    }
}
