using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>Makes the conditions on the count of writes that an entity's lock is.</summary>
internal sealed class LockConditions(IMethodSymbol method, WriteVerb verb, EntityModel model)
{
    /// <summary>
    /// That the stored item has a count. One from before its lock was declared has none, and reads as 0; a put of that is one of a new entity.
    /// </summary>
    public Condition HasCount(MemberModel counted, RequestValue count)
    {
        var same = TypedValues.AreEqual(counted, count);
        if (counted.Absence != AbsenceMeaning.Default || verb is WriteVerb.Put or WriteVerb.Upsert || count is not TypedValue typed)
        {
            return same;
        }

        Condition uncounted = new AnyOf(new EquatableArray<Condition>([same, new Existence(ItemPath.Of(counted.Attribute), IsThere: false)]));
        return new Choice(
            new DefaultComparison(Comparator.Equal, typed),
            verb == WriteVerb.Delete ? Condition.All([new Existence(ItemPath.Of(model.Keys[0].Partition.Attribute), IsThere: true), uncounted])! : uncounted,
            same);
    }

    /// <summary>The count that the stored item must have. What is written is a copy whose count is one higher than the one that was read.</summary>
    public ValueSource CountOf(MemberModel counted, IParameterSymbol written) =>
        UniqueWriteParser.Before(method, written) is { } before && model.Uniqueness is not null ? new PropertySource(before.Name, counted.Property)
        : verb == WriteVerb.Delete ? new PropertySource(written.Name, counted.Property)
        : new PreviousCountSource(written.Name, counted.Property);

    /// <summary>That there is no item, or one that came before its property was a lock, which may store 0.</summary>
    public Condition WhenNew(MemberModel counted)
    {
        var path = ItemPath.Of(counted.Attribute);
        var zero = new Comparison(new PathOperand(path), Comparator.Equal, new ValueOperand(new ConstantValue(ConstantKind.Number, "0")));
        var absent = new AnyOf(new EquatableArray<Condition>([new Existence(path, IsThere: false), zero]));
        return model.Lifecycle.TimeToLive is { } timeToLive ? Expiry.ExpiredOr(timeToLive, absent) : absent;
    }
}
