using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Lifecycle;

namespace DynamoGen.Declarations.Writes;

/// <summary>What becomes of a write that is applied, and sent again because its answer was lost.</summary>
internal static class WriteRepetition
{
    /// <summary>The attribute that holds the mark of an item's last marked write.</summary>
    public const string Mark = "_w";

    /// <summary>Whether what an update writes can make its own condition fail.</summary>
    public static bool CanMeetItself(UpdateModel update, Condition? condition) =>
        condition is not null && condition.Paths.Select(path => path.Attribute).Intersect(update.ChangedAttributes).Any();

    /// <summary>
    /// Whether an update leaves the same item when it is applied twice in a row: it adds to no number, and reads nothing that it changes. What is absent and
    /// gets a value is there the second time.
    /// </summary>
    /// <param name="update">The update.</param>
    /// <param name="lifecycle">
    /// What each write keeps: each count of a lock does, and a base that is the write's own mark says that it was sent twice.
    /// </param>
    public static bool IsIdempotent(UpdateModel update, LifecycleModel lifecycle)
    {
        var (counted, known) = (lifecycle.Lock?.Attribute, lifecycle.Lineage?.Base.Attribute);
        var changed = update.Sets.Concat<UpdateAction>(update.Removes).Concat(update.Adds).Concat(update.Deletes).Select(action => action.Path).ToArray();
        return update.Adds.All(action => action.Path.Attribute == counted
                || (action.Value is ValueOperand { Value: TypedValue { Type: var type } } && IsSet(type)))
            && update.Sets.All(action => action.Path.Attribute == known || (action.Value is IfNotExistsTerm keeping && keeping.Path == action.Path
                ? !Reads(keeping.Otherwise, changed)
                : !Reads(action.Value, changed)));
    }

    private static bool IsSet(Values.ValueModel type) => type switch
    {
        Values.SetValue => true,
        Values.NullableValue nullable => IsSet(nullable.Inner),
        Values.ConvertedValue converted => IsSet(converted.Stored),
        _ => false,
    };

    private static bool Reads(UpdateTerm term, ItemPath[] changed) => term switch
    {
        OperandTerm operand => operand.Operand.Paths.Any(path => IsChanged(path, changed)),
        SumTerm sum => Reads(sum.First, changed) || sum.Addends.Any(addend => Reads(addend.Term, changed)),
        IfNotExistsTerm ifNotExists => IsChanged(ifNotExists.Path, changed) || Reads(ifNotExists.Otherwise, changed),
        ListAppendTerm append => Reads(append.First, changed) || Reads(append.Second, changed),
        _ => true,
    };

    private static bool IsChanged(ItemPath path, ItemPath[] changed) => changed.Any(other => other.Covers(path) || path.Covers(other));
}
