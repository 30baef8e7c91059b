using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Finds the parts of a batch or transaction that are of an item which an earlier part is of too.</summary>
internal sealed class RepeatedItem(SdkSymbols sdk, Lazy<MappedTables> tables)
{
    private static readonly string[] Actions = ["Put", "Update", "Delete", "ConditionCheck"];
    private static readonly string[] Writes = ["PutRequest", "DeleteRequest"];

    /// <summary>The later and the earlier part of the first item that is twice in a list of <c>TransactWriteItem</c>.</summary>
    public (IOperation Later, IOperation Earlier)? InTransaction(VisibleCollection actions) =>
        Find(actions, part => GivenItem.Of(part, Actions, table: null, sdk), table: null);

    /// <summary>The same of the lists of <c>WriteRequest</c> in the dictionary of a batch.</summary>
    public (IOperation Later, IOperation Earlier)? InWrites(VisibleCollection requestItems) =>
        FindInTables(requestItems, (list, table) =>
            Find(VisibleCollection.Of(list, sdk), part => GivenItem.Of(part, Writes, table, sdk), ConstantText.Of(table)));

    /// <summary>The same of the lists of keys in the dictionary of a batch.</summary>
    public (IOperation Later, IOperation Earlier)? InKeys(VisibleCollection requestItems) =>
        FindInTables(requestItems, (value, table) =>
            VisibleObject.From(value, sdk) is { IsWhole: true } keys && keys.CertainValueOf("Keys") is not null
                ? Find(keys.CollectionOf("Keys"), key => GivenItem.OfKey(key, sdk), ConstantText.Of(table))
                : null);

    private static (IOperation, IOperation)? FindInTables(VisibleCollection requestItems, Func<IOperation, IOperation, (IOperation, IOperation)?> find) =>
        requestItems.IsWhole
            ? requestItems.Entries.Where(entry => entry.IsCertain && entry.Key is not null).Select(entry => find(entry.Value, entry.Key!))
                .FirstOrDefault(found => found is not null)
            : null;

    private (IOperation, IOperation)? Find(VisibleCollection list, Func<IOperation, GivenItem?> read, string? table)
    {
        if (!list.IsWhole || list.LeastCount < 2)
        {
            return null;
        }

        var parts = list.Entries.Where(entry => entry.IsCertain).Select(entry => entry.Value).ToList();
        var items = parts.Select(read).ToList();
        for (var later = 1; later < parts.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (SameValue.Is(parts[earlier], parts[later])
                    || (items[earlier] is { } one && items[later] is { } other && AreOne(one, other, items, table)))
                {
                    return (parts[later], parts[earlier]);
                }
            }
        }

        return null;
    }

    private bool AreOne(GivenItem one, GivenItem other, IEnumerable<GivenItem?> all, string? table) =>
        one.IsInTableOf(other)
        && ((one.IsKey == other.IsKey && SameValue.Is(one.Given, other.Given))
            || (KeyOf(one, other, all, table) is { } names && one.Agrees(other, names)));

    /// <summary>
    /// The attributes that tell whether both are one item: those of a key that one of the parts gives, or those of the table. Two puts without
    /// any of these are one item if they agree in everything.
    /// </summary>
    private IReadOnlyCollection<string>? KeyOf(GivenItem one, GivenItem other, IEnumerable<GivenItem?> all, string? table)
    {
        if (one.IsKey && other.IsKey)
        {
            return one.Names is { } names && other.Names is { } same && names.Count == same.Count ? names : null;
        }

        if ((one.IsKey ? one : other.IsKey ? other : null) is { } key)
        {
            return key.Names;
        }

        if (all.FirstOrDefault(item => item is { IsKey: true, Names: not null } && item.IsInTableOf(one)) is { Names: var given })
        {
            return given;
        }

        var declared = (table ?? one.TableName) is { } name ? tables.Value.KeysOf(name).ToList() : [];
        return declared.Count > 0 ? declared
            : one.Names is { } attributes && other.Names is { } others && attributes.Count == others.Count ? attributes
            : null;
    }
}
