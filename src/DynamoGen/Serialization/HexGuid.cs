using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DynamoGen.Serialization;

/// <summary>Reads a Guid of 36 characters and finds the quote behind it, sixteen digits at a time. Whatever else there is goes the long way.</summary>
internal static class HexGuid
{
    public const int Length = 36;

    private const byte No = 0xFF;

    /// <param name="content">The response from behind the opening quote.</param>
    /// <param name="value">The Guid.</param>
    public static bool TryRead(ReadOnlySpan<byte> content, out Guid value)
    {
        value = default;
        if (!Vector128.IsHardwareAccelerated || !BitConverter.IsLittleEndian || content.Length <= Length
            || content[8] != (byte)'-' || content[13] != (byte)'-' || content[18] != (byte)'-' || content[23] != (byte)'-'
            || content[Length] != (byte)'"')
        {
            return false;
        }

        // The dashes are left out: three blocks, of which the last two overlap, hold all digits.
        ref var start = ref MemoryMarshal.GetReference(content);
        var first = Vector128.LoadUnsafe(ref start);
        var middle = Vector128.LoadUnsafe(ref start, 16);
        var last = Vector128.LoadUnsafe(ref start, 20);
        var upper = Nibbles(
            Vector128.Shuffle(first, Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, No, No))
            | Vector128.Shuffle(middle, Vector128.Create(No, No, No, No, No, No, No, No, No, No, No, No, No, No, 0, 1)));
        var lower = Nibbles(
            Vector128.Shuffle(middle, Vector128.Create(3, 4, 5, 6, No, No, No, No, No, No, No, No, No, No, No, No))
            | Vector128.Shuffle(last, Vector128.Create(No, No, No, No, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)));
        if (Vector128.GreaterThanAny(upper | lower, Vector128.Create((byte)0x0F)))
        {
            return false;
        }

        // A Guid's first three parts are numbers, whose bytes a little-endian machine has the other way round.
        var bytes = Vector128.Narrow(Pairs(upper), Pairs(lower));
        value = Unsafe.BitCast<Vector128<byte>, Guid>(Vector128.Shuffle(bytes, Vector128.Create((byte)3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15)));
        return true;
    }

    /// <summary>The values of hexadecimal digits, and more than 15 for whatever else there is.</summary>
    private static Vector128<byte> Nibbles(Vector128<byte> symbols)
    {
        var digits = symbols - Vector128.Create((byte)'0');
        var letters = (symbols | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        var isDigit = Vector128.LessThanOrEqual(digits, Vector128.Create((byte)9));
        var isLetter = Vector128.LessThanOrEqual(letters, Vector128.Create((byte)5));
        var values = Vector128.ConditionalSelect(isDigit, digits, letters + Vector128.Create((byte)10));
        return values | ~(isDigit | isLetter);
    }

    private static Vector128<ushort> Pairs(Vector128<byte> nibbles)
    {
        var pairs = nibbles.AsUInt16();
        return ((pairs << 4) | (pairs >> 8)) & Vector128.Create((ushort)0xFF);
    }
}
