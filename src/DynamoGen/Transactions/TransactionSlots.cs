using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Transactions;

/// <summary>Verifies what DynamoDB would refuse of a transaction's actions as such, before anything is sent.</summary>
internal static class TransactionSlots
{
    private const int Most = 100;

    public static TAction[] Verify<TAction>(IReadOnlyCollection<TAction> actions)
        where TAction : TransactionAction
    {
        ArgumentNullException.ThrowIfNull(actions);
        TAction[] slots = [.. actions];
        if (slots.Length == 0)
        {
            throw new InvalidTransactionException("A transaction needs at least one action.", []);
        }

        if (slots.Length > Most)
        {
            throw new InvalidTransactionException(
                $"A transaction has at most {Most} actions, not {slots.Length}.", [.. Enumerable.Range(Most, slots.Length - Most)]);
        }

        if (Array.IndexOf(slots, null) is var absent and >= 0)
        {
            throw new InvalidTransactionException($"Slot {absent} of the transaction is null.", [absent]);
        }

        RefuseSameItem(slots);
        return slots;
    }

    private static void RefuseSameItem(TransactionAction[] slots)
    {
        using var writer = new WireWriter();
        var seen = new Dictionary<(string Table, string Key), int>(slots.Length);
        for (var slot = 0; slot < slots.Length; slot++)
        {
            writer.Clear();
            slots[slot].WriteKey(writer);
            var item = (slots[slot].TableName, Encoding.UTF8.GetString(writer.Written.Span));
            if (!seen.TryAdd(item, slot))
            {
                var first = seen[item];
                throw new InvalidTransactionException(
                    $"Slots {first} ({slots[first].Pattern.Name}) and {slot} ({slots[slot].Pattern.Name}) of the transaction are for the same item; "
                    + "DynamoDB takes one action an item.",
                    [first, slot]);
            }
        }
    }
}
