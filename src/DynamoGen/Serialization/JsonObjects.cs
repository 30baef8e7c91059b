using System.Numerics;
using System.Runtime.Intrinsics;

namespace DynamoGen.Serialization;

/// <summary>Finds where a JSON object ends, 64 bytes at a time, without a look at what is in it.</summary>
internal static class JsonObjects
{
    private const int BlockLength = 64;

    /// <summary>The length of the object that the text begins with, or -1 where it does not end.</summary>
    public static int LengthOf(ReadOnlySpan<byte> json)
    {
        var (depth, inString, isEscaped) = (0, 0UL, false);
        Span<byte> padded = stackalloc byte[BlockLength];
        for (var at = 0; at < json.Length; at += BlockLength)
        {
            scoped var block = json[at..];
            if (block.Length < BlockLength)
            {
                padded.Clear();
                block.CopyTo(padded);
                block = padded;
            }

            var bytes = Vector512.Create(block[..BlockLength]);
            var quotes = Mask(bytes, (byte)'"');
            if (isEscaped || Mask(bytes, (byte)'\\') != 0)
            {
                quotes &= ~Escaped(block, ref isEscaped);
            }

            // Each bit from an opening quote up to its closing one; a text can go on from the block before.
            var texts = PrefixXor(quotes) ^ inString;
            inString = (ulong)((long)texts >> 63);
            var opening = Mask(bytes, (byte)'{') & ~texts;
            var closing = Mask(bytes, (byte)'}') & ~texts;
            if (BitOperations.PopCount(closing) < depth)
            {
                depth += BitOperations.PopCount(opening) - BitOperations.PopCount(closing);
                continue;
            }

            for (var braces = opening | closing; braces != 0; braces &= braces - 1)
            {
                var brace = BitOperations.TrailingZeroCount(braces);
                depth += (opening >> brace & 1) != 0 ? 1 : -1;
                if (depth == 0)
                {
                    return at + brace + 1;
                }
            }
        }

        return -1;
    }

    private static ulong Mask(Vector512<byte> bytes, byte value) => Vector512.Equals(bytes, Vector512.Create(value)).ExtractMostSignificantBits();

    /// <summary>The bytes that stand behind a backslash which is not itself behind one.</summary>
    private static ulong Escaped(ReadOnlySpan<byte> block, ref bool isEscaped)
    {
        var escaped = 0UL;
        for (var i = 0; i < BlockLength; i++)
        {
            if (isEscaped)
            {
                escaped |= 1UL << i;
                isEscaped = false;
            }
            else
            {
                isEscaped = block[i] == (byte)'\\';
            }
        }

        return escaped;
    }

    private static ulong PrefixXor(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}
