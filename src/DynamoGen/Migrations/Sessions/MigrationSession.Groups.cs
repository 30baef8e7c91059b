using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Store;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Sessions;

/// <content>Where one item stands for several: the one side leads, and the other follows by the ledger.</content>
public sealed partial class MigrationSession
{
    /// <summary>Writes an item of the side that leads, with the entry of its group in the ledger.</summary>
    /// <param name="scope">The write, as it was begun.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="group">The item's group.</param>
    /// <param name="action">The write.</param>
    /// <param name="cancellationToken">Ends the call; the write may then have been applied or not.</param>
    /// <exception cref="ConditionFailedException">The write's condition does not hold; nothing was written.</exception>
    /// <exception cref="OutdatedItemException">An update meets an item of an older version, which a transaction does not bring up to date.</exception>
    /// <exception cref="UnknownVersionException">The item is of a newer version than this build.</exception>
    /// <exception cref="TransactionFailedException">It failed for another reason; nothing was written.</exception>
    public async ValueTask WriteGroupAsync(
        PhaseScope scope, AccessPattern pattern, ItemGroup group, WriteAction action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(action);
        var side = SideOf(scope);
        var key = side.KeyOf(group);
        scope.ThrowIfExpired();
        await SendAsync(side.Transactions, pattern, [action, new GroupTouch(pattern, side.LedgerTable, key, group)], cancellationToken)
            .ConfigureAwait(false);
        DeliverSoon(scope, key);
    }

    /// <summary>As <see cref="WriteGroupAsync"/>, for a write that answers whether its condition held.</summary>
    /// <returns>Whether the item was written.</returns>
    public async ValueTask<bool> TryWriteGroupAsync(
        PhaseScope scope, AccessPattern pattern, ItemGroup group, WriteAction action, CancellationToken cancellationToken)
    {
        try
        {
            await WriteGroupAsync(scope, pattern, group, action, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionFailedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Writes the items of a group in the place of those that are there, in one transaction: a write of the one item while the several lead. Of two at the
    /// same time, one comes behind the other.
    /// </summary>
    /// <typeparam name="TMany">The entity of the several items.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="scope">The write, as it was begun.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="group">The group.</param>
    /// <param name="items">The items that were made of the one.</param>
    /// <param name="groupOf">The group of one of them.</param>
    /// <param name="mustBeAbsent">Whether nothing is written where there are items already.</param>
    /// <param name="cancellationToken">Ends the call; the writes may then have been applied or not, all or none.</param>
    /// <returns>False where there must be no items, and there are.</returns>
    /// <exception cref="GroupMismatchException">The items do not stand for the one; nothing was sent.</exception>
    /// <exception cref="InvalidTransactionException">More than 98 items are written and deleted; nothing was sent.</exception>
    /// <exception cref="TransactionFailedException">It failed; nothing was written.</exception>
    public ValueTask<bool> TryReplaceGroupAsync<TMany, TMarshaller>(
        PhaseScope scope,
        AccessPattern pattern,
        ItemGroup group,
        IEnumerable<TMany> items,
        Func<TMany, ItemGroup> groupOf,
        bool mustBeAbsent,
        CancellationToken cancellationToken)
        where TMany : class
        where TMarshaller : struct, IItemMarshaller<TMany>
    {
        ArgumentNullException.ThrowIfNull(group);
        var written = GroupParts.Store<TMany, TMarshaller>(_forth.Name, Many.Items.Table, group, items, groupOf);
        return TryReplaceAsync(scope, pattern, group, written, mustBeAbsent, cancellationToken);
    }

    /// <summary>As <see cref="TryReplaceGroupAsync"/>, for a write that fails where there must be no items, and there are.</summary>
    /// <exception cref="ConditionFailedException">There are items already; nothing was written.</exception>
    public async ValueTask ReplaceGroupAsync<TMany, TMarshaller>(
        PhaseScope scope,
        AccessPattern pattern,
        ItemGroup group,
        IEnumerable<TMany> items,
        Func<TMany, ItemGroup> groupOf,
        bool mustBeAbsent,
        CancellationToken cancellationToken)
        where TMany : class
        where TMarshaller : struct, IItemMarshaller<TMany>
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (!await TryReplaceGroupAsync<TMany, TMarshaller>(scope, pattern, group, items, groupOf, mustBeAbsent, cancellationToken).ConfigureAwait(false))
        {
            throw new ConditionFailedException(pattern.Name);
        }
    }

    /// <summary>Deletes the items of a group, in one transaction: a deletion of the one item while the several lead.</summary>
    /// <param name="scope">The write, as it was begun.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Ends the call; the deletions may then have been applied or not, all or none.</param>
    /// <exception cref="InvalidTransactionException">There are more than 98 items; nothing was sent.</exception>
    /// <exception cref="TransactionFailedException">It failed; nothing was deleted.</exception>
    public async ValueTask DeleteGroupAsync(PhaseScope scope, AccessPattern pattern, ItemGroup group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        await TryReplaceAsync(scope, pattern, group, [], mustBeAbsent: false, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> TryReplaceAsync(
        PhaseScope scope, AccessPattern pattern, ItemGroup group, List<StoredItem> written, bool mustBeAbsent, CancellationToken cancellationToken)
    {
        var side = Many;
        var key = side.KeyOf(group);
        while (true)
        {
            var count = await ReadCountAsync(side.Items, GroupCount.PlaceOf(key), cancellationToken).ConfigureAwait(false);
            var stored = (await side.Items.QueryAsync(group.Condition, cancellationToken).ConfigureAwait(false)).Items;
            if (mustBeAbsent && stored.Count > 0)
            {
                return false;
            }

            scope.ThrowIfExpired();
            WriteAction[] actions =
            [
                .. Replacing(pattern, side.Items, written, stored),
                new GroupCount(pattern, side.LedgerTable, key, count),
                .. scope.WritesSourceAlone || scope.WritesTargetAlone ? (GroupTouch[])[] : [new GroupTouch(pattern, side.LedgerTable, key, group)],
            ];
            if (await SendAsync(side.Transactions, pattern, actions, cancellationToken).ConfigureAwait(false))
            {
                DeliverSoon(scope, key);
                return true;
            }
        }
    }

    /// <summary>The side of which several items stand for one.</summary>
    private SessionSide Many => _forth.Items.AreMany ? _forth : _back;

    /// <summary>The other side.</summary>
    private SessionSide One => _forth.Items.AreMany ? _back : _forth;

    private SessionSide SideOf(PhaseScope scope) => scope.ReadsTarget ? _back : _forth;

    private void DeliverSoon(PhaseScope scope, LedgerKey key)
    {
        if (scope.Delivers)
        {
            _deliveries?.Add(key);
        }
    }

    private static IEnumerable<WriteAction> Replacing(
        AccessPattern pattern, MigratedItems many, List<StoredItem> written, IReadOnlyList<Dictionary<string, AttributeValue>> stored)
    {
        var kept = written.Select(item => many.Table.KeyTextOf(item.Attributes)).ToHashSet();
        return written.Select(item => (WriteAction)new StoredPut(pattern, many.Table, many.TableName, item.Json))
            .Concat(stored.Where(item => !kept.Contains(many.Table.KeyTextOf(item)))
                .Select(item => new StoredDelete(pattern, many.Table, many.TableName, item)));
    }

    private static async ValueTask<long> ReadCountAsync(MigratedItems items, LedgerKey place, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = items.LedgerTable,
            ConsistentRead = true,
            Key = new()
            {
                [MigrationTable.PartitionKey] = new AttributeValue(place.PartitionKey),
                [MigrationTable.SortKey] = new AttributeValue(place.Item),
            },
        };
        var answer = await items.Client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Item is { Count: > 0 } item ? long.Parse(item[GroupCount.Attribute].N, CultureInfo.InvariantCulture) : 0;
    }
}
