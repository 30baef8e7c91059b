using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using DynamoGen.Keys;

namespace DynamoGen.Requests;

/// <summary>Tells a range of sort keys in which there can be none, because its upper bound is below its lower one; DynamoDB refuses such a range.</summary>
internal static class KeyRange
{
    /// <summary>The longest text of a bound is that of bytes in Base64.</summary>
    private const int MostText = (KeyBuilder.MaxSortKeyBytes + 2) / 3 * 4;

    /// <summary>Whether the range of a key condition is empty.</summary>
    /// <param name="condition">The members of the request that hold the key condition, which has a range, and its values.</param>
    public static bool IsEmpty(ReadOnlySpan<byte> condition)
    {
        // The bounds are written before any value of a filter, in which a map's keys could look like them.
        var lower = Bound(condition, "\":from\":{\""u8);
        var upper = Bound(condition, "\":to\":{\""u8);
        return lower.Length > 0 && upper.Length > 0 && Compare(lower[0], Content(lower), Content(upper)) > 0;
    }

    /// <summary>What follows the beginning of a bound, from its type on; empty where there is none.</summary>
    private static ReadOnlySpan<byte> Bound(ReadOnlySpan<byte> condition, ReadOnlySpan<byte> beginning) =>
        condition.IndexOf(beginning) is >= 0 and var start ? condition[(start + beginning.Length)..] : default;

    /// <summary>The bound's JSON string, with its quotes and whatever follows.</summary>
    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> bound) => bound[3..];

    private static int Compare(byte type, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper)
    {
        Span<byte> first = stackalloc byte[MostText];
        Span<byte> second = stackalloc byte[MostText];
        first = first[..Text(lower, first)];
        second = second[..Text(upper, second)];
        return type switch
        {
            (byte)'N' => decimal.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var least)
                && decimal.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out var most)
                    ? least.CompareTo(most)
                    : -1,
            (byte)'B' => first[..Decoded(first)].SequenceCompareTo(second[..Decoded(second)]),
            _ => ((ReadOnlySpan<byte>)first).SequenceCompareTo(second),
        };
    }

    private static int Text(ReadOnlySpan<byte> json, Span<byte> text)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.CopyString(text);
    }

    private static int Decoded(Span<byte> text)
    {
        Base64.DecodeFromUtf8InPlace(text, out var written);
        return written;
    }
}
