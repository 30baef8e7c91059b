using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Declarations.Costs;

/// <summary>
/// How often one write writes each index: not at all where the index's copy of the item stays the same or is not there, once where it appears, changes
/// or goes, and twice where its key changes.
/// </summary>
internal sealed class IndexWrites(PatternModel pattern, EntityModel entity)
{
    private readonly WritePattern? _write = pattern as WritePattern;

    /// <summary>The range for an index, or null where the write cannot touch it.</summary>
    public CostRange? Of(IndexCopy copy) => _write?.Expressions.Update is { } update ? OfUpdate(copy, update) : OfWhole(copy);

    /// <summary>
    /// The range for an update that brings an item of an older version up to date, the table's unit among it. It changes the version, which an index of
    /// whole items holds, and may change anything but the primary key; a key template may have been another one.
    /// </summary>
    public static CostRange OfUpgrade(IEnumerable<IndexCopy> copies, EntityModel entity)
    {
        var primary = entity.Keys[0].Attributes.Select(key => key.Attribute).ToArray();
        return copies.Aggregate(new CostRange(1, 1), (sum, copy) =>
            sum + new CostRange(copy is { Held: null, IsCertain: true } ? 1 : 0, copy.Keys.All(primary.Contains) ? 1 : 2));
    }

    private CostRange OfWhole(IndexCopy copy)
    {
        var isDeletion = _write?.Kind == WriteKind.Delete || pattern is DeleteManyPattern or BatchWritePattern { IsDeletion: true };
        if (isDeletion || Demands(isThere: false))
        {
            return new CostRange(copy.IsCertain && (!isDeletion || Demands(isThere: true) || IsLocked) ? 1 : 0, 1);
        }

        return new CostRange(Always(copy, isWhole: true), copy.IsFixed ? 1 : 2);
    }

    private CostRange? OfUpdate(IndexCopy copy, UpdateModel update)
    {
        var changed = update.ChangedAttributes.Where(copy.Holds).ToArray();
        if (changed.Length == 0)
        {
            return null;
        }

        // What loses its key leaves the index, which is one write.
        var removed = update.Removes.Select(action => action.Path.Attribute).ToArray();
        var moves = changed.Any(copy.Keys.Contains) && !changed.Where(copy.Keys.Contains).Any(removed.Contains);
        return new CostRange(Always(copy, isWhole: false), moves ? 2 : 1);
    }

    /// <summary>1 where the index holds something that differs after each write: the count of the writes, their time, their region or marks.</summary>
    private int Always(IndexCopy copy, bool isWhole) =>
        _write is not null
        && copy.IsCertain
        && (isWhole || !Leaves(copy))
        && entity.Lifecycle.Kept.Where(member => member != entity.Lifecycle.CreatedAt).Select(member => member.Attribute)
            .Concat(_write.IsMarked ? [WriteRepetition.Mark] : []).Any(copy.Holds) ? 1 : 0;

    private bool Leaves(IndexCopy copy) => _write!.Expressions.Update!.Removes.Any(action => copy.Keys.Contains(action.Path.Attribute));

    private bool IsLocked => _write is not null && entity.Lifecycle.Lock is not null;

    private bool Demands(bool isThere) =>
        _write?.Expressions.Condition?.Conjuncts.Contains(new Existence(ItemPath.Of(entity.Keys[0].Partition.Attribute), isThere)) == true;
}
