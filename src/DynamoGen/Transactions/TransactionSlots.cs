using DynamoGen.ItemKeys;
using DynamoGen.Serialization;

namespace DynamoGen.Transactions;

/// <summary>Verifies what DynamoDB would refuse of a transaction's actions as such, before anything is sent.</summary>
internal static class TransactionSlots
{
    private const int Most = 100;

    /// <summary>The actions that are sent for those of a transaction that writes.</summary>
    public static WriteAction[] Verify(IReadOnlyCollection<WriteAction> actions)
    {
        RefuseNone(actions);
        return Verify(HandedOver([.. actions.SelectMany(action => action.Parts)]));
    }

    /// <summary>The actions of a transaction that reads.</summary>
    public static ReadAction[] Verify(IReadOnlyCollection<ReadAction> actions)
    {
        RefuseNone(actions);
        return Verify([.. actions]);
    }

    /// <summary>The place among the caller's actions of one that is sent.</summary>
    public static int SlotOf(IReadOnlyList<TransactionAction> sent, int position) => sent.Take(position + 1).Count(IsFirst) - 1;

    /// <summary>A unique value that one item gives up and another one claims is handed over by one action.</summary>
    private static WriteAction[] HandedOver(List<WriteAction> parts)
    {
        for (var claim = 0; claim < parts.Count; claim++)
        {
            var action = parts[claim];
            var release = parts.FindIndex(other => action.TakeOver(other) is not null);
            if (release >= 0)
            {
                parts[claim] = action.TakeOver(parts[release])!;
                parts.RemoveAt(release);
                claim -= release < claim ? 1 : 0;
            }
        }

        return [.. parts];
    }

    private static bool IsFirst(TransactionAction action) => action.Whole is not WriteAction whole || ReferenceEquals(whole.Parts[0], action);

    private static void RefuseNone<TAction>(IReadOnlyCollection<TAction> actions)
        where TAction : TransactionAction
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (actions.Count == 0)
        {
            throw new InvalidTransactionException("A transaction needs at least one action.", []);
        }

        var absent = 0;
        foreach (var action in actions)
        {
            if (action is null)
            {
                throw new InvalidTransactionException($"Slot {absent} of the transaction is null.", [absent]);
            }

            absent++;
        }
    }

    private static TAction[] Verify<TAction>(TAction[] slots)
        where TAction : TransactionAction
    {
        if (slots.Length > Most)
        {
            throw new InvalidTransactionException(
                $"A transaction has at most {Most} actions, not {slots.Length}.{Markers(slots)}",
                [.. Enumerable.Range(Most, slots.Length - Most).Select(position => SlotOf(slots, position)).Distinct()]);
        }

        RefuseSameItem(slots);
        return slots;
    }

    private static void RefuseSameItem(TransactionAction[] slots)
    {
        using var writer = new WireWriter();
        var seen = new Dictionary<(string Table, ItemKey Key), int>(slots.Length);
        var keys = new Dictionary<string, ItemKeyReader>();
        for (var slot = 0; slot < slots.Length; slot++)
        {
            writer.Clear();
            slots[slot].WriteKey(writer);
            var table = slots[slot].TableName;
            if (!keys.TryGetValue(table, out var reader))
            {
                keys[table] = reader = new ItemKeyReader(slots[slot].Pattern.Table);
            }

            var item = (table, reader.Read(writer.Written.Span));
            if (!seen.TryAdd(item, slot))
            {
                var (first, second) = (SlotOf(slots, seen[item]), SlotOf(slots, slot));
                var names = $"Slots {first} ({slots[seen[item]].Pattern.Name}) and {second} ({slots[slot].Pattern.Name}) of the transaction";
                throw new InvalidTransactionException(
                    IsMarker(slots[slot]) || IsMarker(slots[seen[item]])
                        ? $"{names} claim or give up the same unique value, whose marker is an item of its own; DynamoDB takes one action an item."
                        : $"{names} are for the same item; DynamoDB takes one action an item.",
                    [first, second]);
            }
        }
    }

    /// <summary>Why there are more actions than the caller gave.</summary>
    private static string Markers(TransactionAction[] slots)
    {
        var markers = slots.Count(IsMarker);
        return markers == 0
            ? string.Empty
            : $" {slots.Length - markers} of them write and check the items; {markers} more claim or give up the markers of their unique values, "
                + "which are items of their own and are written together with the item whose value it is. Write fewer items at a time.";
    }

    private static bool IsMarker(TransactionAction action) => !IsFirst(action);
}
