namespace DynamoGen.Migrations.Backfill;

/// <summary>Keeps segments. All reads are of the newest state, and every write is a compare-and-swap.</summary>
/// <remarks>A call that ends with an exception may have been applied, or may still be.</remarks>
internal interface ISegmentStore
{
    /// <summary>All segments of a run, in their order.</summary>
    ValueTask<IReadOnlyList<Segment>> ListAsync(string run, CancellationToken cancellationToken);

    /// <summary>Adds the segments that are not there yet.</summary>
    ValueTask AddAsync(string run, int count, CancellationToken cancellationToken);

    /// <summary>Writes a segment, if the counter before it is the stored one.</summary>
    /// <returns>Whether this is stored now.</returns>
    ValueTask<bool> ReplaceAsync(Segment next, CancellationToken cancellationToken);
}
