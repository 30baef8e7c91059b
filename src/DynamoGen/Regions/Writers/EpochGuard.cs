namespace DynamoGen.Regions.Writers;

/// <summary>
/// Decides what becomes of an item over which replication has written an older one, by epochs alone. Each region guards what was written in its own
/// epochs: all of that was written in its copy, so that a repair there meets the writes of the epoch in their order.
/// </summary>
internal static class EpochGuard
{
    /// <summary>Whether a write may take the place of what stands in the copy of the region that it is sent to.</summary>
    /// <param name="stored">The epoch of the item there; null where it has none, or there is no item.</param>
    /// <param name="epoch">The epoch of the write.</param>
    public static bool MayWrite(WriterEpoch? stored, WriterEpoch epoch) => stored is null || stored <= epoch;

    /// <summary>Whether a change of a region's stream is to be undone: an item of an epoch of the region gave way to one of an older epoch.</summary>
    /// <param name="region">The region whose stream it is.</param>
    /// <param name="before">The epoch of the item before; null where it has none, or there was no item.</param>
    /// <param name="after">The epoch of the item afterwards; null where it has none.</param>
    /// <remarks>Only for changes that left an item: a removal carries no epoch, so that what is fenced is removed by a mark and not by a deletion.</remarks>
    public static bool IsPutBack(string region, WriterEpoch? before, WriterEpoch? after) =>
        before is { } newer && newer.IsOf(region) && newer > (after ?? WriterEpoch.First);

    /// <summary>
    /// The place in the stream up to which the item before is the newest of its epoch: that of the change which overwrote it, and for an item that was put
    /// back still the one of the change which overwrote it first.
    /// </summary>
    /// <param name="placeBefore">The place that the item before carries; null where it was written and not put back.</param>
    /// <param name="change">The place of the change that is undone.</param>
    public static TPlace PlaceOf<TPlace>(TPlace? placeBefore, TPlace change)
        where TPlace : struct => placeBefore ?? change;

    /// <summary>Whether the item before may take its place again, by what stands there now.</summary>
    /// <param name="stored">The epoch of what stands there; null where it has none.</param>
    /// <param name="storedPlace">The place in the stream that it carries; null where it was written and not put back.</param>
    /// <param name="epoch">The epoch of the item before.</param>
    /// <param name="place">The <see cref="PlaceOf"/> of the item before.</param>
    /// <remarks>
    /// A stream tells a change again, behind later ones: what an earlier place has put back gives way to a later one, and never the other way.
    /// </remarks>
    public static bool MayPutBack<TPlace>(WriterEpoch? stored, TPlace? storedPlace, WriterEpoch epoch, TPlace place)
        where TPlace : struct, IComparable<TPlace> =>
        (stored ?? WriterEpoch.First) < epoch || (stored == epoch && storedPlace is { } earlier && earlier.CompareTo(place) < 0);
}
