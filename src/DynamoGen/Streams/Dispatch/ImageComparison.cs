using System.Text;
using DynamoGen.ItemKeys;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Dispatch;

/// <summary>Compares two items as they are stored, attribute by attribute.</summary>
internal static class ImageComparison
{
    /// <summary>The properties whose attributes differ.</summary>
    public static AttributeSet Compare(PropertyTable properties, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var changed = default(AttributeSet);
        var first = new WireReader(before);
        var second = new WireReader(after);
        first.BeginObject();
        second.BeginObject();
        while (true)
        {
            var hasFirst = first.NextMember(out var name);
            var hasSecond = second.NextMember(out var otherName);
            if (!hasFirst && !hasSecond)
            {
                return changed;
            }

            // Both are written in one order; from where one lacks an attribute on, the rest is compared by names.
            if (!hasFirst || !hasSecond || !name.SequenceEqual(otherName))
            {
                CompareByName(properties, before, after, ref changed);
                return changed;
            }

            if (!AreEqual(first.ReadRawJson(), second.ReadRawJson()))
            {
                Add(properties, name, ref changed);
            }
        }
    }

    private static void CompareByName(PropertyTable properties, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, ref AttributeSet changed)
    {
        var places = new Dictionary<string, Range>(StringComparer.Ordinal);
        var reader = new WireReader(before);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            var start = reader.StartOfValue();
            reader.SkipJson();
            places[Encoding.UTF8.GetString(name)] = start..reader.Position;
        }

        reader = new WireReader(after);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            var value = reader.ReadRawJson();
            if (!places.Remove(Encoding.UTF8.GetString(name), out var place) || !AreEqual(before[place], value))
            {
                Add(properties, name, ref changed);
            }
        }

        foreach (var gone in places.Keys)
        {
            Add(properties, Encoding.UTF8.GetBytes(gone), ref changed);
        }
    }

    private static void Add(PropertyTable properties, ReadOnlySpan<byte> attribute, ref AttributeSet changed)
    {
        if (properties.IndexOf(attribute) is >= 0 and var property)
        {
            changed.Add(property);
        }
    }

    /// <summary>Mostly the bytes are the same; where they are not, the order of a set or map may be all that differs.</summary>
    private static bool AreEqual(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) =>
        first.SequenceEqual(second) || StoredValues.AreEqual(new WireReader(first).ReadAttributeValue(), new WireReader(second).ReadAttributeValue());
}
