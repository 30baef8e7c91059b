using System.ComponentModel;
using Amazon.DynamoDBv2;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Schema;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Sessions;

/// <summary>What the repositories of a migration ask for the phase, and write both items by. Generated repositories call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class MigrationSession
{
    private const int MostAttempts = 10;

    private readonly PhaseFollower _follower;
    private readonly SessionSide _forth;
    private readonly SessionSide _back;
    private readonly MigrationLedgers _ledgers;
    private readonly Deliveries? _deliveries;
    private readonly ShadowReadCounter _shadowReads;
    private readonly ItemKeyReader _targetKeys;
    private readonly TimeProvider _timeProvider;

    /// <param name="follower">Knows the phase.</param>
    /// <param name="ledgers">Name what is behind.</param>
    /// <param name="forth">What writes of old items go through, alone or with new ones.</param>
    /// <param name="back">What writes of new items go through that old ones follow.</param>
    /// <param name="deliveries">Lets the items of the other side follow; null where both are written together.</param>
    /// <param name="shadowReads">Counts what is compared.</param>
    /// <param name="target">The table of the new items.</param>
    /// <param name="timeProvider">Tells the time.</param>
    internal MigrationSession(
        PhaseFollower follower,
        MigrationLedgers ledgers,
        SessionSide forth,
        SessionSide back,
        Deliveries? deliveries,
        ShadowReadCounter shadowReads,
        TableSchema target,
        TimeProvider timeProvider)
    {
        (_follower, _ledgers, _deliveries) = (follower, ledgers, deliveries);
        (_forth, _back) = (forth, back);
        (_shadowReads, _targetKeys, _timeProvider) = (shadowReads, new ItemKeyReader(target), timeProvider);
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

    /// <summary>
    /// Writes an item where one write is not enough: in one transaction with its counterpart, or with its entry in the ledger, by which the
    /// counterpart follows.
    /// </summary>
    /// <param name="scope">The write, as it was begun.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="source">The write of the old item.</param>
    /// <param name="target">The write of the new item.</param>
    /// <param name="cancellationToken">Ends the call; the writes may then have been applied or not, both or neither.</param>
    /// <exception cref="ConditionFailedException">The condition of one of them does not hold; nothing was written.</exception>
    /// <exception cref="OutdatedItemException">An update meets an item of an older version, which a transaction does not bring up to date.</exception>
    /// <exception cref="UnknownVersionException">An item is of a newer version than this build.</exception>
    /// <exception cref="TransactionFailedException">It failed for another reason; nothing was written.</exception>
    public async ValueTask WriteAsync(
        PhaseScope scope, AccessPattern pattern, WriteAction source, WriteAction target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var (side, lead, follower) = scope.Plan == WritePlan.TargetAndLedger ? (_back, target, source) : (_forth, source, target);
        var key = side.KeyOf(lead);
        await DualWrite.RunAsync(
            scope,
            settle: () => _ledgers.SettlementOf(scope.State).SettleAsync(key, scope.ThrowIfExpired, cancellationToken),
            send: parts => SendAsync(side.Transactions, pattern, [.. Actions(parts)], cancellationToken)).ConfigureAwait(false);
        if (scope.Delivers)
        {
            _deliveries?.Add(key);
        }

        IEnumerable<WriteAction> Actions(WriteParts parts)
        {
            yield return lead;
            if (parts.HasFlag(WriteParts.Source | WriteParts.Target))
            {
                yield return follower;
            }

            if (parts.HasFlag(WriteParts.Check))
            {
                yield return new LedgerCheck(pattern, side.LedgerTable, key);
            }

            if ((parts & (WriteParts.Touch | WriteParts.TouchAgain)) != 0)
            {
                yield return new ItemTouch(pattern, side.LedgerTable, key, lead, follower, mustExist: parts.HasFlag(WriteParts.TouchAgain));
            }
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

    /// <summary>A single write waits for others of its item; so does this one.</summary>
    /// <returns>False where what is asked of the ledger does not hold.</returns>
    private async ValueTask<bool> SendAsync(
        TransactionSender transactions, AccessPattern pattern, WriteAction[] actions, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await transactions.WriteAsync(pattern.Name, actions, idempotencyToken: null, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (ConflictException) when (attempt < MostAttempts)
            {
                await Task.Delay(ConflictPause.Of(attempt), _timeProvider, cancellationToken).ConfigureAwait(false);
            }
            catch (TransactionFailedException failed) when (failed.Failures.Any(failure => actions[failure.Slot] is LedgerAction))
            {
                return false;
            }
            catch (TransactionFailedException failed) when (FailureOf(pattern, actions, failed) is { } failure)
            {
                throw failure;
            }
        }
    }

    /// <summary>What the failure would be of a single write: an item of another version is no condition that does not hold.</summary>
    private static DynamoGenException? FailureOf(AccessPattern pattern, WriteAction[] actions, TransactionFailedException failed) =>
        failed.Failures.Select(failure => actions[failure.Slot].RefusalOfVersion(failure.Item, failed.InnerException as AmazonDynamoDBException))
            .FirstOrDefault(refusal => refusal is not null)
        ?? ItemTransactions.FailureOfItem(pattern.Name, failed);
}
