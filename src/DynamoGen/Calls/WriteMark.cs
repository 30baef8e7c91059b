using System.Buffers.Binary;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>
/// The mark of one write, which its item keeps in the attribute <c>_w</c> until another write replaces it: 8 random bytes, of which a stream
/// handler's writes have the first four in common. Where the answer of a write was
/// lost and its next attempt fails, the mark of the stored item proves that the first one was applied; the item's content alone does not, because two
/// writers can compute the same.
/// </summary>
internal static class WriteMark
{
    /// <summary>The mark of a new write, which is not 0.</summary>
    public static long New() => WriteOrigin.NewMark();

    /// <summary>Whether an item has the mark of a write.</summary>
    public static bool IsOn(IReadOnlyDictionary<string, AttributeValue>? item, long mark)
    {
        if (mark == 0 || item is null || !item.TryGetValue(WireWriter.MarkName, out var value) || value.B is not { Length: sizeof(long) } stored)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[sizeof(long)];
        stored.Position = 0;
        stored.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) == mark;
    }

    /// <summary>Whether the item in a response has the mark of a write.</summary>
    public static bool IsIn(ReadOnlySpan<byte> response, long mark)
    {
        // Data cannot look like this: in a text the quotes are escaped.
        Span<byte> member = stackalloc byte[WireWriter.LongestMark];
        return mark != 0 && response.IndexOf(member[..WireWriter.FormatMark(member, mark)]) >= 0;
    }
}
