using System.ComponentModel;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Verification;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Items;

/// <summary>Turns items of one entity into several of another one, and back.</summary>
/// <typeparam name="TOne">The entity of which one item stands for several.</typeparam>
/// <typeparam name="TOneMarshaller">Its marshaller.</typeparam>
/// <typeparam name="TMany">The entity of which several do.</typeparam>
/// <typeparam name="TManyMarshaller">Its marshaller.</typeparam>
/// <param name="schema">The migration.</param>
/// <param name="split">The function from one to many; null where there is none.</param>
/// <param name="merge">The function from many to one; null where there is none.</param>
/// <param name="groupOfOne">The group of one.</param>
/// <param name="groupOfMany">The group of one of many.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupMigration<TOne, TOneMarshaller, TMany, TManyMarshaller>(
    MigrationSchema schema,
    Func<TOne, IEnumerable<TMany>>? split,
    Func<IReadOnlyList<TMany>, TOne>? merge,
    Func<TOne, ItemGroup> groupOfOne,
    Func<TMany, ItemGroup> groupOfMany)
    : ItemMigration(schema), IGroupConversion
    where TOne : class
    where TOneMarshaller : struct, IItemMarshaller<TOne>
    where TMany : class
    where TManyMarshaller : struct, IItemMarshaller<TMany>
{
    private bool SourceIsOne => Schema.Cardinality == MigrationCardinality.OneToMany;

    internal override IBackfillItems Backfill(BackfillCalls calls, BackfillOptions options) =>
        new BackfillItems(calls, Schema, options, new GroupCopies(calls, Schema, this, options));

    internal override IVerificationItems Verification(BackfillCalls calls, Delivery? delivery, BackfillOptions options) =>
        new GroupVerification(calls, delivery!, Schema, this, options.PageItems);

    internal override IReadOnlyList<Dictionary<string, AttributeValue>> Forward(IReadOnlyList<Dictionary<string, AttributeValue>> sources) =>
        [.. Convert(sources, toMany: SourceIsOne).Select(static item => item.Attributes)];

    internal override IReadOnlyList<Dictionary<string, AttributeValue>> Backward(IReadOnlyList<Dictionary<string, AttributeValue>> targets) =>
        [.. Convert(targets, toMany: !SourceIsOne).Select(static item => item.Attributes)];

    internal override ItemGroup GroupOfSource(Dictionary<string, AttributeValue> source) => GroupOf(source, isOne: SourceIsOne);

    internal override ItemGroup GroupOfTarget(Dictionary<string, AttributeValue> target) => GroupOf(target, isOne: !SourceIsOne);

    ItemGroup IGroupConversion.GroupOfSource(Dictionary<string, AttributeValue> source) => GroupOfSource(source);

    ItemGroup IGroupConversion.GroupOfTarget(Dictionary<string, AttributeValue> target) => GroupOfTarget(target);

    IReadOnlyList<StoredItem> IGroupConversion.Forward(IReadOnlyList<Dictionary<string, AttributeValue>> sources) => Convert(sources, toMany: SourceIsOne);

    StoredItem IGroupConversion.Renew(Dictionary<string, AttributeValue> target) => SourceIsOne
        ? StoredItem.Of<TMany, TManyMarshaller>(AttributeMap.Read<TMany, TManyMarshaller>(target))
        : StoredItem.Of<TOne, TOneMarshaller>(AttributeMap.Read<TOne, TOneMarshaller>(target));

    private ItemGroup GroupOf(Dictionary<string, AttributeValue> item, bool isOne) => isOne
        ? groupOfOne(AttributeMap.Read<TOne, TOneMarshaller>(item))
        : groupOfMany(AttributeMap.Read<TMany, TManyMarshaller>(item));

    private IReadOnlyList<StoredItem> Convert(IReadOnlyList<Dictionary<string, AttributeValue>> items, bool toMany) =>
        items.Count == 0 ? [] : toMany ? Split(items[0]) : [Merge(items)];

    private List<StoredItem> Split(Dictionary<string, AttributeValue> item)
    {
        var one = AttributeMap.Read<TOne, TOneMarshaller>(item);
        return GroupParts.Store<TMany, TManyMarshaller>(
            Schema.Name, SourceIsOne ? Schema.Target : Schema.Source, groupOfOne(one), (split ?? throw NoFunction())(one), groupOfMany);
    }

    private StoredItem Merge(IReadOnlyList<Dictionary<string, AttributeValue>> items)
    {
        var parts = items.Select(AttributeMap.Read<TMany, TManyMarshaller>).ToList();
        var one = (merge ?? throw NoFunction())(parts);
        GroupParts.ThrowIfOfAnother(Schema.Name, groupOfMany(parts[0]), groupOfOne(one));
        return StoredItem.Of<TOne, TOneMarshaller>(one);
    }

    private InvalidOperationException NoFunction() => new($"{Schema.Name} has no backward function.");
}
