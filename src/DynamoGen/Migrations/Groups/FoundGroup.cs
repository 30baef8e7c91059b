using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;

namespace DynamoGen.Migrations.Groups;

/// <summary>A group of which a page has items.</summary>
/// <param name="group">The group.</param>
internal sealed class FoundGroup(ItemGroup group)
{
    private readonly List<Dictionary<string, AttributeValue>> _items = [];

    public ItemGroup Group => group;

    /// <summary>Its items in the page.</summary>
    public IReadOnlyList<Dictionary<string, AttributeValue>> Items => _items;

    /// <summary>The groups of items, each once.</summary>
    /// <param name="items">The items of a page.</param>
    /// <param name="groupOf">The group of an item.</param>
    /// <param name="failed">Is told of each item whose group cannot be told.</param>
    public static IReadOnlyCollection<FoundGroup> In(
        IEnumerable<Dictionary<string, AttributeValue>> items,
        Func<Dictionary<string, AttributeValue>, ItemGroup> groupOf,
        Action<Dictionary<string, AttributeValue>, Exception> failed)
    {
        var groups = new Dictionary<string, FoundGroup>();
        foreach (var item in items)
        {
            try
            {
                var group = groupOf(item);
                var key = Encoding.UTF8.GetString(group.Key);
                (groups.TryGetValue(key, out var found) ? found : groups[key] = new FoundGroup(group))._items.Add(item);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed(item, exception);
            }
        }

        return groups.Values;
    }

    /// <summary>Whether the first of all items of the group is among those in the page: so that of all pages, one has it.</summary>
    public bool Has(TableSchema table, IReadOnlyList<Dictionary<string, AttributeValue>> all) =>
        all.Count > 0 && _items.Exists(item => table.KeyTextOf(item) == table.KeyTextOf(all[0]));
}
