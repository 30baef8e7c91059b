using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DynamoGen.Serialization;

/// <summary>Which bytes and characters of a text JSON wants escaped (RFC 8259, section 7): the quote, the backslash and the controls below U+0020.</summary>
internal static class JsonEscapes
{
    private static ReadOnlySpan<byte> EscapedBytes =>
    [
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F,
        0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F,
        (byte)'"', (byte)'\\',
    ];

    /// <summary>The bytes that cannot stand in a JSON string as they are; in a response, the bytes at which plain content ends.</summary>
    public static readonly SearchValues<byte> Escaped = SearchValues.Create(EscapedBytes);

    /// <summary>The first byte that cannot stand in a JSON string as it is, or -1. Most texts are short, so the first block is looked at in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOfEscaped(ReadOnlySpan<byte> text)
    {
        if (!Vector256.IsHardwareAccelerated || text.Length < Vector256<byte>.Count)
        {
            return text.IndexOfAny(Escaped);
        }

        var block = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(text));
        var found = Vector256.Equals(block, Vector256.Create((byte)'"'))
            | Vector256.Equals(block, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(block, Vector256.Create((byte)' '));
        var mask = found.ExtractMostSignificantBits();
        return mask != 0 ? System.Numerics.BitOperations.TrailingZeroCount(mask) : text.IndexOfAny(Escaped);
    }
}
