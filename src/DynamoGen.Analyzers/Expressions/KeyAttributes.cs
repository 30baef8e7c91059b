using DynamoGen.Analyzers.Requests;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>The attributes that the key condition of a Query names, which are all parts of the key that it reads by.</summary>
internal static class KeyAttributes
{
    /// <summary>The attributes, or null if there may be other key conditions than the one that is visible.</summary>
    public static HashSet<string>? Of(VisibleObject query)
    {
        var names = new AttributeNames(query);
        return RequestText.OnlyOf(query, "KeyConditionExpression", ExpressionKind.KeyCondition) is { Expression: var condition }
            ? new HashSet<string>(condition.Paths.Select(path => names.Resolve(path.Attribute)), StringComparer.Ordinal)
            : null;
    }
}
