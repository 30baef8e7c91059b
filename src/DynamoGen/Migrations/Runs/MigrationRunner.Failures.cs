using System.Runtime.CompilerServices;
using DynamoGen.Migrations.Ledger;

namespace DynamoGen.Migrations.Runs;

/// <content>The items that could not be copied.</content>
public sealed partial class MigrationRunner
{
    /// <summary>Reads which old items could not be copied when they were last tried.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<MigrationFailure> ListFailuresAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var ledger in _parts.Ledgers.All)
        {
            await foreach (var entry in ReadFailedAsync(ledger, cancellationToken).ConfigureAwait(false))
            {
                yield return new MigrationFailure(entry.Id.Item, entry.Reason!, entry.FailedAt);
            }
        }
    }

    /// <summary>Tries again, at once, to copy the items that could not be copied.</summary>
    /// <param name="cancellationToken">Ends the trying; what was copied stays so.</param>
    /// <exception cref="InvalidOperationException">
    /// The phase is one before <see cref="MigrationPhase.Settle"/>, which tries them anyway, or one in which the old items are given up.
    /// </exception>
    public Task<FailureRetry> RetryFailuresAsync(CancellationToken cancellationToken = default) =>
        FollowingAsync(() => RetryAsync(cancellationToken), cancellationToken);

    private async Task<FailureRetry> RetryAsync(CancellationToken cancellationToken)
    {
        var state = await _parts.Transitions.StateAsync(cancellationToken).ConfigureAwait(false);
        ThrowIfNotSettling(state.Phase);
        await PhaseKnownAsync(cancellationToken).ConfigureAwait(false);
        await _parts.WaitForFleetAsync(state, cancellationToken).ConfigureAwait(false);
        var (copied, failed) = (0L, 0L);
        await foreach (var entry in ReadFailedAsync(_parts.Ledgers.Of(state), cancellationToken).ConfigureAwait(false))
        {
            // Nobody can leave the phase while the item is written.
            using var scope = _parts.Follower.Enter(writes: false);
            ThrowIfNotSettling(scope.Phase);
            if (await _parts.Ledgers.SettlementOf(state).SettleAsync(entry.Id, scope.ThrowIfExpired, cancellationToken).ConfigureAwait(false))
            {
                copied++;
            }
            else
            {
                failed++;
            }
        }

        return new FailureRetry(copied, failed);
    }

    private void ThrowIfNotSettling(MigrationPhase phase)
    {
        if (phase is < MigrationPhase.Settle or >= MigrationPhase.Contract)
        {
            throw new InvalidOperationException(phase < MigrationPhase.Settle
                ? $"{Migration.Name} is in the phase {phase}: what could not be copied is tried again in {MigrationPhase.Settle}."
                : $"{Migration.Name} is in the phase {phase}, in which the old items do not count any more.");
        }
    }

    private static async IAsyncEnumerable<LedgerEntry> ReadFailedAsync(ILedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < LedgerKey.Shards; shard++)
        {
            string? after = null;
            while (await ledger.ListAsync(shard, after, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
            {
                foreach (var entry in page.Where(entry => entry.Reason is not null))
                {
                    yield return entry;
                }

                after = page[^1].Id.Item;
            }
        }
    }

    /// <summary>Does something while this process follows the phase, and leaves the fleet's register behind it.</summary>
    private async Task<T> FollowingAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = _parts.Follower.RunAsync(ending.Token);
        try
        {
            return await act().ConfigureAwait(false);
        }
        finally
        {
            ending.Cancel();
            await following.ConfigureAwait(false);
        }
    }
}
