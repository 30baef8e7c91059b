using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Groups;

/// <summary>Stores what was made of one item, if it stands for it: it must not be nothing, nor of another group, nor two items of one key.</summary>
internal static class GroupParts
{
    /// <summary>The items as they are stored.</summary>
    /// <param name="migration">The migration's name.</param>
    /// <param name="table">The table of the several items.</param>
    /// <param name="group">The group of the one.</param>
    /// <param name="parts">The several items that were made of it.</param>
    /// <param name="groupOf">The group of one of them.</param>
    /// <exception cref="GroupMismatchException">They do not stand for the one.</exception>
    /// <exception cref="DynamoGenException">One of them cannot be stored.</exception>
    public static List<StoredItem> Store<TMany, TMarshaller>(
        string migration, TableSchema table, ItemGroup group, IEnumerable<TMany> parts, Func<TMany, ItemGroup> groupOf)
        where TMany : class
        where TMarshaller : struct, IItemMarshaller<TMany>
    {
        var stored = new List<StoredItem>();
        var keys = new HashSet<string>();
        foreach (var part in parts)
        {
            ThrowIfOfAnother(migration, group, groupOf(part));
            stored.Add(StoredItem.Of<TMany, TMarshaller>(part));
            if (!keys.Add(table.KeyTextOf(stored[^1].Attributes)))
            {
                throw new GroupMismatchException(migration, $"Two {TMarshaller.EntityName} of one item have the same key, so that one would be lost.");
            }
        }

        return stored.Count > 0
            ? stored
            : throw new GroupMismatchException(migration, $"An item becomes no {TMarshaller.EntityName} at all, so that it would be lost.");
    }

    /// <exception cref="GroupMismatchException">The groups are not the same.</exception>
    public static void ThrowIfOfAnother(string migration, ItemGroup group, ItemGroup found)
    {
        if (!group.Key.AsSpan().SequenceEqual(found.Key))
        {
            throw new GroupMismatchException(migration, "An item becomes one of another group, where nobody looks for it.");
        }
    }
}
