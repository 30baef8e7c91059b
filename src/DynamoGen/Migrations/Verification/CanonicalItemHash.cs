using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using DynamoGen.ItemKeys;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Verification;

/// <summary>
/// A hash of 128 bits of an item in DynamoDB's JSON, which is the same for items that DynamoDB holds equal: numbers by value, sets, maps and attributes
/// without an order. It finds what differs by accident, and is none to rely on against somebody who looks for two items of one hash.
/// </summary>
internal static class CanonicalItemHash
{
    /// <exception cref="ItemFormatException">It is no item.</exception>
    public static UInt128 Of(ReadOnlySpan<byte> item)
    {
        var reader = new WireReader(item);
        return OfMembers(ref reader);
    }

    /// <summary>The hash of several items, which is the same in whatever order they come.</summary>
    /// <exception cref="ItemFormatException">One of them is no item.</exception>
    public static UInt128 SumOf(IEnumerable<byte[]> items) => items.Aggregate(UInt128.Zero, static (sum, item) => unchecked(sum + Of(item)));

    /// <summary>The hash of a key as it was read.</summary>
    public static UInt128 Of(ItemKey key) => Of(
        [OfText(Encoding.UTF8.GetBytes(key.PartitionKey)), key.SortKey is { } sortKey ? OfText(Encoding.UTF8.GetBytes(sortKey)) : UInt128.Zero], Kind.List);

    private static UInt128 OfValue(ref WireReader reader)
    {
        reader.BeginObject();
        if (!reader.NextMember(out var type))
        {
            throw Malformed("a value of no type");
        }

        var hash = OfContent(ref reader, type);
        return reader.NextMember(out _) ? throw Malformed("a value of two types") : hash;
    }

    private static UInt128 OfContent(ref WireReader reader, ReadOnlySpan<byte> type) => type switch
    {
        [(byte)'S'] => OfText(Quoted(ref reader)),
        [(byte)'N'] => OfNumber(ref reader),
        [(byte)'B'] => OfBytes(ref reader),
        [(byte)'M'] => OfMembers(ref reader),
        [(byte)'L'] => OfElements(ref reader, Kind.List, OfValue),
        [(byte)'S', (byte)'S'] => OfElements(ref reader, Kind.Texts, static (ref element) => OfText(Quoted(ref element))),
        [(byte)'N', (byte)'S'] => OfElements(ref reader, Kind.Numbers, OfNumber),
        [(byte)'B', (byte)'S'] => OfElements(ref reader, Kind.Binaries, OfBytes),
        [(byte)'B', (byte)'O', (byte)'O', (byte)'L'] => reader.BooleanContent() ? Hash([1], Kind.Boolean) : Hash([0], Kind.Boolean),
        [(byte)'N', (byte)'U', (byte)'L', (byte)'L'] => reader.BooleanContent() ? Hash([], Kind.Null) : throw Malformed("a NULL that is none"),
        _ => throw Malformed("a value of an unknown type"),
    };

    /// <summary>The attributes of an item, or the members of a map.</summary>
    private static UInt128 OfMembers(ref WireReader reader)
    {
        var members = new List<UInt128>();
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            var hash = OfText(name);
            members.Add(Of([hash, OfValue(ref reader)], Kind.Member));
        }

        members.Sort();
        return Of(CollectionsMarshal.AsSpan(members), Kind.Map);
    }

    private static UInt128 OfElements(ref WireReader reader, Kind kind, ElementHash hash)
    {
        var elements = new List<UInt128>();
        reader.BeginArray();
        while (reader.NextElement())
        {
            elements.Add(hash(ref reader));
        }

        if (kind != Kind.List)
        {
            elements.Sort();
        }

        return Of(CollectionsMarshal.AsSpan(elements), kind);
    }

    private static UInt128 OfNumber(ref WireReader reader) =>
        Hash(Encoding.UTF8.GetBytes(StoredNumber.Canonical(Encoding.UTF8.GetString(Quoted(ref reader)))), Kind.Number);

    private static UInt128 OfBytes(ref WireReader reader)
    {
        reader.BeginQuotedElement();
        return Hash(reader.BinaryContent(), Kind.Binary);
    }

    private static ReadOnlySpan<byte> Quoted(ref WireReader reader)
    {
        reader.BeginQuotedElement();
        return reader.TextContent();
    }

    private static UInt128 OfText(ReadOnlySpan<byte> text) => Hash(text, Kind.Text);

    private static UInt128 Of(ReadOnlySpan<UInt128> parts, Kind kind) => Hash(MemoryMarshal.AsBytes(parts), kind);

    /// <summary>Values of different types differ by the seed.</summary>
    private static UInt128 Hash(ReadOnlySpan<byte> content, Kind kind) => XxHash128.HashToUInt128(content, (long)kind);

    private static ItemFormatException Malformed(string found) => new(null, null, "an attribute value", found);

    private delegate UInt128 ElementHash(ref WireReader reader);

    private enum Kind
    {
        Text = 1,
        Number,
        Binary,
        Boolean,
        Null,
        Texts,
        Numbers,
        Binaries,
        List,
        Map,
        Member,
    }
}
