using System.Globalization;
using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Regions.Conflicts;

/// <summary>What an item says of its last write.</summary>
/// <param name="Mark">The mark of the write, or null.</param>
/// <param name="Base">The mark of the version that it was based on, or null.</param>
/// <param name="Expiry">The time to live in seconds since 1970, or null.</param>
internal readonly record struct ItemMarks(string? Mark, string? Base, decimal? Expiry)
{
    /// <summary>Reads an item, a JSON object of attributes.</summary>
    public static ItemMarks Of(ItemLineage lineage, ReadOnlySpan<byte> item)
    {
        string? mark = null, known = null, expiry = null;
        var reader = new WireReader(item);
        reader.BeginObject();
        while ((mark is null || known is null || (expiry is null && lineage.TimeToLive is not null)) && reader.NextMember(out var name))
        {
            if (IsNamed(name, lineage.Mark))
            {
                mark = reader.ReadAttributeValue().S;
            }
            else if (IsNamed(name, lineage.Base))
            {
                known = reader.ReadAttributeValue().S;
            }
            else if (lineage.TimeToLive is not null && IsNamed(name, lineage.TimeToLive))
            {
                expiry = reader.ReadAttributeValue().N;
            }
            else
            {
                reader.SkipJson();
            }
        }

        return new ItemMarks(mark, known, decimal.TryParse(expiry, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null);
    }

    /// <summary>Whether the item counted as absent at a time.</summary>
    public bool HasExpired(DateTimeOffset time) => Expiry <= time.ToUnixTimeSeconds();

    private static bool IsNamed(ReadOnlySpan<byte> name, string attribute) =>
        name.Length == Encoding.UTF8.GetByteCount(attribute) && name.SequenceEqual(Encoding.UTF8.GetBytes(attribute));
}
