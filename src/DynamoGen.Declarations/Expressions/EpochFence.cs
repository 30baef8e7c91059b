using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The condition on the epoch in which an item was written.</summary>
internal static class EpochFence
{
    /// <summary>That an item was not written in a newer epoch than that of the write.</summary>
    public static Condition NotNewer(MemberModel epoch, ValueSource own)
    {
        var path = ItemPath.Of(epoch.Attribute);
        return new AnyOf(new EquatableArray<Condition>(
        [
            new Existence(path, IsThere: false),
            new Comparison(new PathOperand(path), Comparator.LessOrEqual, new ValueOperand(new TypedValue(epoch.Value, own))),
        ]));
    }
}
