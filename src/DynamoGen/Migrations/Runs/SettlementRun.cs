using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Ledger;

namespace DynamoGen.Migrations.Runs;

/// <summary>Brings all up to date that the ledger of a state names, together with all other processes that do so.</summary>
/// <param name="parts">What the migration is run with.</param>
internal sealed class SettlementRun(MigrationParts parts)
{
    /// <returns>Whether the ledger names nothing any more; false where the state is another one by now.</returns>
    /// <exception cref="MigrationStoppedException">Items cannot be copied.</exception>
    public async Task<bool> RunAsync(MigrationState state, CancellationToken cancellationToken)
    {
        // Whoever comes back to the phase settles anew.
        var run = $"{state.Migration}#{state.Attempt}#SETTLE#{state.Version}";
        var worker = new BackfillWorker(Pages(state), parts.Segments, parts.Ledgers.Of(state), parts.Follower, parts.Options.Backfill, parts.TimeProvider);
        if (!await worker.RunAsync(run, BackfillKind.Settle, LedgerKey.Shards, state.Phase, parts.Worker, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        // What could not be copied is tried again by everyone who runs it again.
        var left = Pages(state);
        for (var shard = 0; shard < LedgerKey.Shards; shard++)
        {
            for (string? position = null; ;)
            {
                using var scope = parts.Follower.Enter(writes: false);
                if (scope.Phase != state.Phase)
                {
                    return false;
                }

                var page = await left.ReadAsync(BackfillKind.Settle, shard, LedgerKey.Shards, position, cancellationToken).ConfigureAwait(false);
                await left.WriteAsync(page, cancellationToken).ConfigureAwait(false);
                if (page.Next is null)
                {
                    break;
                }

                position = page.Next;
            }
        }

        if (await parts.Transitions.StateAsync(cancellationToken).ConfigureAwait(false) != state)
        {
            return false;
        }

        return left.Failed == 0
            ? true
            : throw new MigrationStoppedException(state.Migration, $"{left.Failed} items cannot be copied, and their reasons stand in the ledger");
    }

    private SettlementPages Pages(MigrationState state) =>
        new(parts.Ledgers.Of(state), parts.Ledgers.SettlementOf(state), parts.Follower, state, parts.Options.Backfill.WritesAtOnce);
}
