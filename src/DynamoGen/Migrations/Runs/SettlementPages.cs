using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;

namespace DynamoGen.Migrations.Runs;

/// <summary>The entries of the ledger as pages of segments: a segment for each of its partitions.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="settlement">Brings an item up to date.</param>
/// <param name="follower">Knows whether this process may write.</param>
/// <param name="state">The state in which it is done.</param>
/// <param name="atOnce">How many entries of a page are settled at the same time.</param>
internal sealed class SettlementPages(ILedger ledger, Settlement settlement, PhaseFollower follower, MigrationState state, int atOnce) : IBackfillItems
{
    private long _failed;

    /// <summary>How many items could not be copied.</summary>
    public long Failed => _failed;

    public async ValueTask<BackfillPage> ReadAsync(
        BackfillKind kind, int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        var entries = await ledger.ListAsync(segment, position, cancellationToken).ConfigureAwait(false);
        return new Page(entries.Count > 0 ? entries[^1].Id.Item : null, entries);
    }

    public ValueTask WriteAsync(BackfillPage page, CancellationToken cancellationToken) => new(Lanes.RunAsync(((Page)page).Entries, atOnce, async entry =>
    {
        // A page may take longer than the lease; where the state is another one by now, nothing of this run counts.
        using var scope = follower.Enter(writes: false);
        if (scope.State == state && !await settlement.SettleAsync(entry, scope.ThrowIfExpired, cancellationToken).ConfigureAwait(false))
        {
            Interlocked.Increment(ref _failed);
        }
    }));

    private sealed record Page(string? Next, IReadOnlyList<LedgerEntry> Entries) : BackfillPage(Next, Entries.Count, []);
}
