using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DynamoGen.Serialization;

/// <summary>
/// Reads the texts that nearly all texts are: fewer than 32 ASCII characters, none of them escaped. Whatever else there is goes the long way.
/// </summary>
internal static class ShortText
{
    /// <summary>Reads a text and finds the quote behind it, both in one block of 32 bytes.</summary>
    /// <param name="content">The response from behind the opening quote.</param>
    /// <returns>Null when the text is not short.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? Read(ReadOnlySpan<byte> content)
    {
        if (!Vector256.IsHardwareAccelerated || content.Length < Vector256<byte>.Count)
        {
            return null;
        }

        // Read as signed, what is no ASCII lies below the space as the controls do.
        var block = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(content));
        var ends = Vector256.Equals(block, Vector256.Create((byte)'"'))
            | Vector256.Equals(block, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)' ')).AsByte();
        var length = BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
        return length < Vector256<byte>.Count && content[length] == (byte)'"'
            ? string.Create(length, content[..length], static (characters, bytes) => Widen(bytes, characters))
            : null;
    }

    /// <summary>Makes characters of ASCII, in blocks that overlap rather than one by one.</summary>
    private static void Widen(ReadOnlySpan<byte> bytes, Span<char> characters)
    {
        ref var from = ref MemoryMarshal.GetReference(bytes);
        ref var to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(characters));
        var length = (nuint)bytes.Length;
        if (length >= 16)
        {
            Widen16(ref from, ref to, 0);
            Widen16(ref from, ref to, length - 16);
        }
        else if (length >= 8)
        {
            Widen8(ref from, ref to, 0);
            Widen8(ref from, ref to, length - 8);
        }
        else
        {
            for (nuint i = 0; i < length; i++)
            {
                Unsafe.Add(ref to, i) = Unsafe.Add(ref from, i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen16(ref byte from, ref ushort to, nuint offset)
    {
        var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(ref from, offset));
        lower.StoreUnsafe(ref to, offset);
        upper.StoreUnsafe(ref to, offset + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen8(ref byte from, ref ushort to, nuint offset)
    {
        var eight = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, offset))).AsByte();
        Vector128.WidenLower(eight).StoreUnsafe(ref to, offset);
    }
}
