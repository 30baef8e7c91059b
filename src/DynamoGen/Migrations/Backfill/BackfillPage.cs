using DynamoGen.Migrations.Ledger;

namespace DynamoGen.Migrations.Backfill;

/// <summary>A page of old items, turned into new ones that are not written yet; or of what is to be deleted.</summary>
/// <param name="Next">The key behind which the next page begins, as JSON; null where it was the last.</param>
/// <param name="Count">How many new items it has.</param>
/// <param name="Failures">The items that cannot be copied.</param>
internal abstract record BackfillPage(string? Next, int Count, IReadOnlyList<LedgerEntry> Failures);
