using System.Text;
using DynamoGen.Regions.Values;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.RegionalValues;

/// <summary>
/// Finds by how much a change that another region made has changed what this region itself has counted. Only a region itself adds to its part, so that each
/// such change is none of the count: less where the other region had not seen all additions, more where a version comes back that was overwritten in between.
/// </summary>
internal static class CounterDistortion
{
    /// <summary>Looks at a change of an item.</summary>
    /// <param name="schema">Where the item has its counters.</param>
    /// <param name="record">The change.</param>
    /// <param name="region">The region of the stream.</param>
    /// <returns>The attributes that were changed, and by how much; none where the region made the change itself, and where an item came or went.</returns>
    public static IReadOnlyList<(string Attribute, long By)> Find(RegionalSchema schema, in StreamRecord record, string region)
    {
        if (record.OldImage.IsEmpty || record.NewImage.IsEmpty)
        {
            return [];
        }

        var attributes = schema.Values.Where(static value => value.Kind == RegionalKind.Counter)
            .Select(counter => RegionalSchema.AttributeOf(counter.Name, region)).ToArray();
        var before = CountedImage.Read(schema, record.OldImage.Span, attributes);
        var after = CountedImage.Read(schema, record.NewImage.Span, attributes);
        return before.Entity != schema.Entity || after.Entity != schema.Entity || after.UpdatedRegion == region
            ? []
            : [.. attributes.Select((attribute, i) => (attribute, after.Counts[i] - before.Counts[i])).Where(static changed => changed.Item2 != 0)];
    }

    /// <summary>What an image says of counters.</summary>
    private readonly record struct CountedImage(string? Entity, string? UpdatedRegion, long[] Counts)
    {
        public static CountedImage Read(RegionalSchema schema, ReadOnlySpan<byte> image, string[] attributes)
        {
            string? entity = null, region = null;
            var counts = new long[attributes.Length];
            var reader = new WireReader(image);
            reader.BeginObject();
            while (reader.NextMember(out var bytes))
            {
                var name = Encoding.UTF8.GetString(bytes);
                if (name == schema.Table.TypeAttribute)
                {
                    entity = reader.ReadAttributeValue().S;
                }
                else if (name == schema.UpdatedRegion)
                {
                    region = reader.ReadAttributeValue().S;
                }
                else if (Array.IndexOf(attributes, name) is >= 0 and var counter)
                {
                    counts[counter] = reader.ReadNumber<long>();
                }
                else
                {
                    reader.SkipJson();
                }
            }

            return new CountedImage(entity, region, counts);
        }
    }
}
