using System.Text;
using DynamoGen.Regions.Lineage;
using DynamoGen.Serialization;

namespace DynamoGen.Regions.Conflicts;

/// <summary>Finds out whether a change overwrote a version of the item that its writer did not know.</summary>
internal static class ConflictDetection
{
    /// <summary>Looks at a change of an item.</summary>
    /// <param name="lineage">Where the entity's items carry their marks.</param>
    /// <param name="before">The item before, as a JSON object of attributes.</param>
    /// <param name="after">The item after.</param>
    /// <param name="region">The region of the stream.</param>
    /// <returns>The conflict, or null.</returns>
    public static ConflictContext? Find(ItemLineage lineage, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, string region)
    {
        var (lostText, _) = Marks(lineage, before);
        if (!LineageMark.TryParse(lostText, out var lost) || !lost.IsOf(region))
        {
            return null;
        }

        // A write without a base is one of an entity that was not read, and one based on itself was sent twice: neither says what it knew.
        var (wonText, known) = Marks(lineage, after);
        return known is null || known == wonText || known == lostText || wonText == lostText || !LineageMark.TryParse(wonText, out var won)
            ? null
            : new ConflictContext(region, lost, won, LineageMark.TryParse(known, out var based) ? based : null);
    }

    private static (string? Mark, string? Base) Marks(ItemLineage lineage, ReadOnlySpan<byte> item)
    {
        string? mark = null, known = null;
        var reader = new WireReader(item);
        reader.BeginObject();
        while ((mark is null || known is null) && reader.NextMember(out var name))
        {
            if (IsNamed(name, lineage.Mark))
            {
                mark = reader.ReadAttributeValue().S;
            }
            else if (IsNamed(name, lineage.Base))
            {
                known = reader.ReadAttributeValue().S;
            }
            else
            {
                reader.SkipJson();
            }
        }

        return (mark, known);
    }

    private static bool IsNamed(ReadOnlySpan<byte> name, string attribute) =>
        name.Length == Encoding.UTF8.GetByteCount(attribute) && name.SequenceEqual(Encoding.UTF8.GetBytes(attribute));
}
