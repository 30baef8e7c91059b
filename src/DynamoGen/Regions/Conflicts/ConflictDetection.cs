using DynamoGen.Regions.Lineage;

namespace DynamoGen.Regions.Conflicts;

/// <summary>Finds out whether a change overwrote a version of the item that its writer did not know.</summary>
internal static class ConflictDetection
{
    /// <summary>Looks at a change of an item.</summary>
    /// <param name="lineage">Where the entity's items carry their marks.</param>
    /// <param name="before">The item before, as a JSON object of attributes.</param>
    /// <param name="after">The item after.</param>
    /// <param name="region">The region of the stream.</param>
    /// <returns>The conflict, or null: what takes the place of an expired item deletes nothing, and neither does a tombstone that of another.</returns>
    public static ConflictContext? Find(ItemLineage lineage, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, string region)
    {
        var stored = ItemMarks.Of(lineage, before);
        if (!LineageMark.TryParse(stored.Mark, out var lost) || !lost.IsOf(region))
        {
            return null;
        }

        // A write without a base is one of an entity that was not read, and one based on itself was sent twice: neither says what it knew.
        var written = ItemMarks.Of(lineage, after);
        var known = written.Base;
        if (known is null || known == written.Mark || known == stored.Mark || written.Mark == stored.Mark || !LineageMark.TryParse(written.Mark, out var won))
        {
            return null;
        }

        var (lostIsTombstone, wonIsTombstone) = (stored.HasExpired(lost.Time), written.HasExpired(won.Time));
        return (lostIsTombstone && wonIsTombstone) || (known == LineageMark.None && stored.HasExpired(won.Time))
            ? null
            : new ConflictContext(region, lost, won, LineageMark.TryParse(known, out var based) ? based : null)
            {
                LostIsTombstone = lostIsTombstone,
                WonIsTombstone = wonIsTombstone,
            };
    }
}
