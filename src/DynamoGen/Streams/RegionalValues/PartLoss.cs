using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Regions.Values;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.RegionalValues;

/// <summary>
/// What a region has lost of its part of a set or a register. A part only grows, so that whatever lowers it has overwritten it: another region's write, or one
/// of this region whose writer had not read the latest.
/// </summary>
/// <param name="Attribute">The part's attribute.</param>
/// <param name="Kind">What it is a part of.</param>
/// <param name="Lost">The part as it was.</param>
/// <param name="Current">The part as it is; null for none.</param>
internal sealed record PartLoss(string Attribute, RegionalKind Kind, AttributeValue Lost, AttributeValue? Current)
{
    /// <summary>Whether the part as it is has less than it had.</summary>
    public bool IsLost => Current is null || !PartJoin.Covers(Kind, Current, Lost);

    /// <summary>Both of them.</summary>
    public AttributeValue Joined => Current is null ? Lost : PartJoin.Of(Kind, Current, Lost);

    /// <summary>Looks at a change of an item.</summary>
    /// <param name="schema">Where the item has its values.</param>
    /// <param name="record">The change.</param>
    /// <param name="region">The region of the stream.</param>
    /// <returns>What was lost; nothing where the item came or went.</returns>
    public static IReadOnlyList<PartLoss> Find(RegionalSchema schema, in StreamRecord record, string region)
    {
        if (record.OldImage.IsEmpty || record.NewImage.IsEmpty)
        {
            return [];
        }

        var parts = schema.Values.Where(static value => value.Kind != RegionalKind.Counter)
            .Select(value => (Attribute: RegionalSchema.AttributeOf(value.Name, region), value.Kind)).ToArray();
        var before = Read(schema.Table.TypeAttribute, record.OldImage.Span, parts);
        var after = Read(schema.Table.TypeAttribute, record.NewImage.Span, parts);
        return before.Entity != schema.Entity || after.Entity != schema.Entity
            ? []
            : [.. parts.Select((part, i) => (part, Lost: before.Parts[i], Current: after.Parts[i])).Where(static found => found.Lost is not null)
                .Select(static found => new PartLoss(found.part.Attribute, found.part.Kind, found.Lost!, found.Current)).Where(static loss => loss.IsLost)];
    }

    private static (string? Entity, AttributeValue?[] Parts) Read(
        string typeAttribute, ReadOnlySpan<byte> image, (string Attribute, RegionalKind Kind)[] parts)
    {
        string? entity = null;
        var values = new AttributeValue?[parts.Length];
        var reader = new WireReader(image);
        reader.BeginObject();
        while (reader.NextMember(out var bytes))
        {
            var name = Encoding.UTF8.GetString(bytes);
            if (name == typeAttribute)
            {
                entity = reader.ReadAttributeValue().S;
            }
            else if (Array.FindIndex(parts, part => part.Attribute == name) is >= 0 and var part)
            {
                values[part] = reader.ReadAttributeValue();
            }
            else
            {
                reader.SkipJson();
            }
        }

        return (entity, values);
    }
}
