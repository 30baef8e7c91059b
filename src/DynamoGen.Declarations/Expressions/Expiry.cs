using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The conditions on an item's time to live.</summary>
internal static class Expiry
{
    private static readonly Operand Now = new ValueOperand(new TypedValue(new ScalarValue(ScalarKind.Int64), new ClockSource(ClockForm.UnixSeconds)));

    /// <summary>That the item has not expired.</summary>
    public static Condition Alive(MemberModel timeToLive) => Or(
        new Existence(ItemPath.Of(timeToLive.Attribute), IsThere: false),
        new Comparison(new PathOperand(ItemPath.Of(timeToLive.Attribute)), Comparator.Greater, Now));

    /// <summary>That the item has expired, whether or not DynamoDB has deleted it, or something else.</summary>
    public static Condition ExpiredOr(MemberModel timeToLive, Condition other) =>
        Or(other, new Comparison(new PathOperand(ItemPath.Of(timeToLive.Attribute)), Comparator.LessOrEqual, Now));

    private static AnyOf Or(Condition left, Condition right) => new(new EquatableArray<Condition>([left, right]));
}
