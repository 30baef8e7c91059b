using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The conditions on an item's time to live.</summary>
internal static class Expiry
{
    private static readonly ScalarValue Seconds = new("long", ScalarKind.Number);

    /// <summary>That the item has not expired.</summary>
    public static string Alive(ExpressionScope scope, MemberModel timeToLive, string clock) =>
        $"(attribute_not_exists({scope.Attribute(timeToLive.Attribute)}) OR {scope.Attribute(timeToLive.Attribute)} > {Now(scope, clock)})";

    /// <summary>That the item has expired, whether or not DynamoDB has deleted it.</summary>
    public static string Expired(ExpressionScope scope, MemberModel timeToLive, string clock) => $"{scope.Attribute(timeToLive.Attribute)} <= {Now(scope, clock)}";

    private static string Now(ExpressionScope scope, string clock) => scope.Value(new ExpressionValue(Seconds, clock + ".ToUnixTimeSeconds()"));
}
