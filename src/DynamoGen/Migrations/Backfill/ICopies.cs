using DynamoGen.Migrations.Ledger;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads pages of old items, and turns them into new ones.</summary>
internal interface ICopies
{
    /// <summary>Reads a page of a segment; what cannot be copied is put aside and holds nothing up.</summary>
    ValueTask<CopyPage> ReadAsync(int segment, int segments, string? position, CancellationToken cancellationToken);
}

/// <summary>New items that are not written yet.</summary>
/// <param name="Next">The key behind which the next page begins, as JSON; null where it was the last.</param>
/// <param name="Targets">The new items, as JSON.</param>
/// <param name="Failures">The items that cannot be copied.</param>
internal sealed record CopyPage(string? Next, List<byte[]> Targets, IReadOnlyList<LedgerEntry> Failures) : BackfillPage(Next, Targets.Count, Failures);
