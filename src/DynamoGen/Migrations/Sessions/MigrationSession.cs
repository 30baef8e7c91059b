using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Sessions;

/// <summary>What the repositories of a migration ask for the phase, and write both items by. Generated repositories call it.</summary>
public sealed partial class MigrationSession
{
    private readonly PhaseFollower _follower;
    private readonly TransactionSender _transactions;
    private readonly Settlement _settlement;
    private readonly string _ledgerTable;

    internal MigrationSession(PhaseFollower follower, TransactionSender transactions, Settlement settlement, string ledgerTable)
    {
        _follower = follower;
        _transactions = transactions;
        _settlement = settlement;
        _ledgerTable = ledgerTable;
    }

    /// <summary>The phase now; null where it is not known, so that reads and writes are refused.</summary>
    public MigrationPhase? Phase => _follower.Current?.Phase;

    /// <summary>Begins a read.</summary>
    /// <exception cref="PhaseUnknownException">The phase is not known.</exception>
    public PhaseScope EnterRead() => _follower.Enter(writes: false);

    /// <summary>Begins a write.</summary>
    /// <exception cref="PhaseUnknownException">The phase is not known.</exception>
    /// <exception cref="WritesPausedException">Writes are paused for the moment.</exception>
    public PhaseScope EnterWrite() => _follower.Enter(writes: true);

    /// <summary>Writes an item where one write is not enough: in one transaction with its counterpart, or with its entry in the ledger.</summary>
    /// <param name="scope">The write, as it was begun.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="source">The write of the old item.</param>
    /// <param name="target">The write of the new item.</param>
    /// <param name="cancellationToken">Ends the call; the writes may then have been applied or not, both or neither.</param>
    /// <exception cref="ConditionFailedException">The condition of one of them does not hold; nothing was written.</exception>
    /// <exception cref="TransactionFailedException">It failed for another reason; nothing was written.</exception>
    /// <exception cref="ItemNotMigratedException">The item was put aside, because it cannot be copied; nothing was written.</exception>
    public async ValueTask WriteAsync(
        PhaseScope scope, AccessPattern pattern, WriteAction source, WriteAction target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var key = KeyOf(source);
        switch (scope.Plan)
        {
            case WritePlan.SourceAndLedger:
                await SendAsync(pattern, [source, new LedgerTouch(pattern, _ledgerTable, key, source, target)], cancellationToken).ConfigureAwait(false);
                break;
            case WritePlan.BothIfSettled:
                await WriteSettledAsync(pattern, key, source, target, cancellationToken).ConfigureAwait(false);
                break;
            case WritePlan.Both:
                await SendAsync(pattern, [source, target], cancellationToken).ConfigureAwait(false);
                break;
            default:
                throw new InvalidOperationException($"In {scope.Phase}, one item alone is written.");
        }
    }

    /// <summary>As <see cref="WriteAsync"/>, for a write that answers whether its condition held.</summary>
    /// <returns>Whether both were written.</returns>
    public async ValueTask<bool> TryWriteAsync(
        PhaseScope scope, AccessPattern pattern, WriteAction source, WriteAction target, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(scope, pattern, source, target, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionFailedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Until the ledger does not name the item, the new item may be older than the old one, and neither its condition nor an update of it would mean
    /// anything: it is brought up to date first.
    /// </summary>
    private async ValueTask WriteSettledAsync(
        AccessPattern pattern, LedgerKey key, WriteAction source, WriteAction target, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!await _settlement.SettleAsync(key, cancellationToken).ConfigureAwait(false))
            {
                throw new ItemNotMigratedException(pattern.Name);
            }

            var check = new LedgerCheck(pattern, _ledgerTable, key);
            try
            {
                await SendAsync(pattern, [source, target, check], cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (LedgerNamesItemException)
            {
                // A process that is a phase behind has written it meanwhile.
            }
        }
    }

    private async ValueTask SendAsync(AccessPattern pattern, WriteAction[] actions, CancellationToken cancellationToken)
    {
        try
        {
            await _transactions.WriteAsync(pattern.Name, actions, idempotencyToken: null, cancellationToken).ConfigureAwait(false);
        }
        catch (TransactionFailedException failed)
        {
            if (failed.Failures.Any(failure => actions[failure.Slot] is LedgerCheck))
            {
                throw new LedgerNamesItemException();
            }

            if (ItemTransactions.FailureOfItem(pattern.Name, failed) is { } failure)
            {
                throw failure;
            }

            throw;
        }
    }

    private LedgerKey KeyOf(WriteAction action)
    {
        using var writer = new WireWriter();
        action.WriteKey(writer);
        return LedgerKey.Of(_follower.Migration, writer.Written.Span);
    }

    private sealed class LedgerNamesItemException : Exception;
}
