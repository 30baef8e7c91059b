namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads old items and writes new ones, as fast as the pace allows.</summary>
internal interface IBackfillItems
{
    /// <summary>Reads a page of a segment: of old items to be copied, or of what stands at the target from an earlier attempt.</summary>
    ValueTask<BackfillPage> ReadAsync(BackfillKind kind, int segment, int segments, string? position, CancellationToken cancellationToken);

    /// <summary>Writes the new items of a page, whatever stands there, or deletes what was found.</summary>
    ValueTask WriteAsync(BackfillPage page, CancellationToken cancellationToken);
}
