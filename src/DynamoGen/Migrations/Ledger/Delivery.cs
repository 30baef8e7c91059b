using DynamoGen.Migrations.Phases;

namespace DynamoGen.Migrations.Ledger;

/// <summary>Lets items follow those that the ledger names, while they may: each by an operation of the phase, which the fleet waits for.</summary>
/// <param name="follower">Knows the phase.</param>
/// <param name="ledgers">Name what is behind.</param>
internal sealed class Delivery(PhaseFollower follower, MigrationLedgers ledgers)
{
    /// <summary>Lets the counterpart of an item follow, if the ledger names it.</summary>
    public async Task DeliverAsync(LedgerKey key, CancellationToken cancellationToken)
    {
        using var scope = follower.Enter(writes: false);
        if (scope.Delivers)
        {
            await ledgers.SettlementOf(scope.State).SettleAsync(key, scope.ThrowIfExpired, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks once through all that the ledger names, and lets it be followed but for what is known not to be copied.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < LedgerKey.Shards; shard++)
        {
            string? after = null;
            while (await ListAsync(shard, after, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
            {
                foreach (var entry in page.Where(static entry => entry.Reason is null))
                {
                    await DeliverAsync(entry.Id, cancellationToken).ConfigureAwait(false);
                }

                after = page[^1].Id.Item;
            }
        }
    }

    /// <summary>Reads items that lie apart as they are at one moment: while none is behind the other, and none has followed.</summary>
    /// <param name="keyOf">The place of the item that leads in the ledger of a state.</param>
    /// <param name="readAsync">Reads both, the newest of each.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<TPair> ReadAsync<TPair>(
        Func<MigrationState, LedgerKey> keyOf, Func<ValueTask<TPair>> readAsync, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var scope = follower.Enter(writes: false);
            var (ledger, key) = (ledgers.Of(scope.State), keyOf(scope.State));
            var before = await ledger.CountDeliveriesAsync(key, cancellationToken).ConfigureAwait(false);
            var pair = await readAsync().ConfigureAwait(false);
            var entry = await ledger.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (entry is null && await ledger.CountDeliveriesAsync(key, cancellationToken).ConfigureAwait(false) == before)
            {
                return pair;
            }

            if (entry is not null && !(scope.Delivers
                && await ledgers.SettlementOf(scope.State).SettleAsync(entry, scope.ThrowIfExpired, cancellationToken).ConfigureAwait(false)))
            {
                // It cannot be copied, or may not be in a phase in which copies are under way: the one does not follow the other.
                return pair;
            }
        }
    }

    private async ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(int shard, string? after, CancellationToken cancellationToken)
    {
        using var scope = follower.Enter(writes: false);
        return scope.Delivers ? await ledgers.Of(scope.State).ListAsync(shard, after, cancellationToken).ConfigureAwait(false) : [];
    }
}
