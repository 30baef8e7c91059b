using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Declarations.Reads;

/// <summary>The attribute by which each item says of which entity it is, for a table holds items of several.</summary>
internal static class Mark
{
    /// <summary>That an item is of one of some entities; null where all items of the table are.</summary>
    /// <param name="marks">The marks of the table's items.</param>
    /// <param name="entities">The entities, at least one.</param>
    /// <param name="seesKeys">Whether the filter may look at the primary key, as that of a Query must not; its items are then told when they are read.</param>
    public static Condition? IsOneOf(MarksModel marks, IReadOnlyList<KnownEntity> entities, bool seesKeys)
    {
        var begun = seesKeys && marks.Presence != ItemMarks.Required ? Begins(entities) : null;
        return marks.Presence switch
        {
            ItemMarks.Required => HasNameOf(marks.Type, entities),
            ItemMarks.None => begun,
            _ => Any([HasNameOf(marks.Type, entities), begun is null ? IsUnmarked(marks) : Condition.All([IsUnmarked(marks), begun])!]),
        };
    }

    private static Condition HasNameOf(string attribute, IReadOnlyList<KnownEntity> entities) => entities.Count == 1
        ? new Comparison(Holder(attribute), Comparator.Equal, Text(entities[0].Name))
        : new OneOf(Holder(attribute), new EquatableArray<Operand>(entities.Select(entity => Text(entity.Name))));

    private static Condition IsUnmarked(MarksModel marks) => new Existence(ItemPath.Of(marks.Type), IsThere: false);

    /// <summary>That the key begins as those of one of the entities do; null where all keys do.</summary>
    private static Condition? Begins(IReadOnlyList<KnownEntity> entities)
    {
        var beginnings = entities.Select(entity => Condition.All(
            [.. entity.Beginning!.Told.Select(key => new BeginsWith(ItemPath.Of(key.Attribute), Text(key.Text)))])).ToArray();
        return beginnings.Contains(null) ? null : Any([.. beginnings.OfType<Condition>()]);
    }

    private static Condition Any(IReadOnlyList<Condition> conditions) =>
        conditions.Count == 1 ? conditions[0] : new AnyOf(new EquatableArray<Condition>(conditions));

    private static Operand Holder(string attribute) => new PathOperand(ItemPath.Of(attribute));

    private static Operand Text(string text) => new ValueOperand(new ConstantValue(ConstantKind.Text, text));
}
