using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Caching;

/// <summary>Reads the attribute by which the later of two states of an item is known: a count, or a time.</summary>
internal static class ItemStamp
{
    /// <summary>The stamp, or null where the item has none that can be compared.</summary>
    public static long? Of(ReadOnlySpan<byte> item, string? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        var wanted = Encoding.UTF8.GetBytes(attribute);
        var reader = new WireReader(item);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual(wanted))
            {
                return Of(reader.ReadAttributeValue());
            }

            reader.SkipJson();
        }

        return null;
    }

    private static long? Of(AttributeValue value) => value switch
    {
        { N: { } text } when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        { S: { } text } when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time.UtcTicks,
        _ => null,
    };
}
