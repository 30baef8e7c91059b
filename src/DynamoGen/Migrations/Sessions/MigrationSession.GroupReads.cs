using System.Globalization;
using System.Runtime.CompilerServices;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Verification;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Sessions;

/// <content>Reads where one item stands for several.</content>
public sealed partial class MigrationSession
{
    /// <summary>Reads items of a group from the side that leads, and while both are read, counts whether they come to the same.</summary>
    /// <typeparam name="TResult">What is read: an item or none, or a list.</typeparam>
    /// <typeparam name="TCompared">The entity of the items that are compared.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="group">The group.</param>
    /// <param name="source">Reads the old items, or makes what is read of them.</param>
    /// <param name="target">Reads the new items, or makes what is read of them.</param>
    /// <param name="compared">The items that are compared of what was read.</param>
    /// <exception cref="PhaseUnknownException">The phase is not known.</exception>
    public async ValueTask<TResult> ReadGroupAsync<TResult, TCompared, TMarshaller>(
        AccessPattern pattern,
        ItemGroup group,
        Func<ValueTask<TResult>> source,
        Func<ValueTask<TResult>> target,
        Func<TResult, IEnumerable<TCompared>> compared)
        where TCompared : class
        where TMarshaller : struct, IItemMarshaller<TCompared>
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(compared);
        using var scope = EnterRead();
        if (scope.ReadsTarget)
        {
            return await target().ConfigureAwait(false);
        }

        var answer = await source().ConfigureAwait(false);
        if (scope.ReadsBoth)
        {
            try
            {
                var other = await target().ConfigureAwait(false);
                var isSame = SumOf<TCompared, TMarshaller>(compared(answer)) == SumOf<TCompared, TMarshaller>(compared(other));
                Compared(pattern, isSame, isSame ? null : KeyHash(group));
            }
            catch (Exception failure)
            {
                NotCompared(pattern, failure);
            }
        }

        return answer;
    }

    /// <summary>As <see cref="ReadGroupAsync"/>, one by one. The items of a group are held in memory.</summary>
    /// <typeparam name="TItem">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="group">The group.</param>
    /// <param name="source">Reads the old items, or makes what is read of them.</param>
    /// <param name="target">Reads the new items, or makes what is read of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PhaseUnknownException">The phase is not known.</exception>
    public async IAsyncEnumerable<TItem> EnumerateGroupAsync<TItem, TMarshaller>(
        AccessPattern pattern,
        ItemGroup group,
        Func<ValueTask<List<TItem>>> source,
        Func<ValueTask<List<TItem>>> target,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TItem : class
        where TMarshaller : struct, IItemMarshaller<TItem>
    {
        var items = await ReadGroupAsync<List<TItem>, TItem, TMarshaller>(pattern, group, source, target, static read => read).ConfigureAwait(false);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    /// <summary>All items of a stream.</summary>
    /// <typeparam name="TItem">The entity.</typeparam>
    /// <param name="items">The items.</param>
    public static async ValueTask<List<TItem>> ListAsync<TItem>(IAsyncEnumerable<TItem> items)
    {
        var list = new List<TItem>();
        await foreach (var item in items.ConfigureAwait(false))
        {
            list.Add(item);
        }

        return list;
    }

    /// <summary>The items that were made of one, in the order in which a query reads them.</summary>
    /// <typeparam name="TMany">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="items">The items.</param>
    public List<TMany> Sorted<TMany, TMarshaller>(IEnumerable<TMany> items)
        where TMany : class
        where TMarshaller : struct, IItemMarshaller<TMany>
    {
        var table = Many.Items.Table;
        return
        [
            .. items.Select(item => (Item: item, Key: StoredItem.Of<TMany, TMarshaller>(item).SortKeyOf(table)))
                .OrderBy(static pair => pair.Key, StoredOrder.Instance)
                .Select(static pair => pair.Item),
        ];
    }

    /// <summary>The one of several items that a key names; null where there is none.</summary>
    /// <typeparam name="TMany">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TKey">Its primary key.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="key">The key.</param>
    public TMany? Find<TMany, TMarshaller, TKey>(IEnumerable<TMany> items, TKey key)
        where TMany : class
        where TMarshaller : struct, IItemMarshaller<TMany>
        where TKey : struct, IKeyRequest
    {
        var reader = new ItemKeyReader(Many.Items.Table);
        using var writer = new WireWriter();
        key.WriteKey(writer);
        var wanted = reader.Read(writer.Written.Span);
        return items.FirstOrDefault(item => reader.Read(StoredItem.Of<TMany, TMarshaller>(item).Json) == wanted);
    }

    private static UInt128 SumOf<TItem, TMarshaller>(IEnumerable<TItem> items)
        where TItem : class
        where TMarshaller : struct, IItemMarshaller<TItem> =>
        CanonicalItemHash.SumOf(items.Select(static item => StoredItem.Of<TItem, TMarshaller>(item).Json));

    /// <summary>The hash of the key of the one item, as a comparison of all items tells it.</summary>
    private string KeyHash(ItemGroup group)
    {
        var reader = new ItemKeyReader(One.Items.Table);
        return CanonicalItemHash.Of(reader.Read(group.Key)).ToString("x32", CultureInfo.InvariantCulture);
    }
}
