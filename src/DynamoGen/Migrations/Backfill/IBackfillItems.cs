namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads old items and writes new ones, as fast as the pace allows.</summary>
internal interface IBackfillItems
{
    /// <summary>Reads a page of a segment.</summary>
    ValueTask<BackfillPage> ReadAsync(int segment, int segments, string? position, CancellationToken cancellationToken);

    /// <summary>Writes the new items of a page, whatever stands there.</summary>
    ValueTask WriteAsync(BackfillPage page, CancellationToken cancellationToken);

    /// <summary>Deletes a page of what stands at the target from an earlier attempt.</summary>
    /// <returns>The key behind which the next page begins; null where it was the last.</returns>
    ValueTask<string?> PurgeAsync(int segment, int segments, string? position, CancellationToken cancellationToken);
}
