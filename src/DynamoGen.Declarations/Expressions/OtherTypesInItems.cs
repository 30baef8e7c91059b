using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Refuses what DynamoDB does with a property's own type alone, where items may store the property as another one.</summary>
internal static class OtherTypesInItems
{
    /// <summary>A path whose value is compared, computed with or gone into.</summary>
    /// <exception cref="ExpressionException">Items may store it as another type.</exception>
    public static BoundPath OfOwnType(this BoundPath path) => path.Refuse(AttributeTypes.None);

    /// <summary>A path of which is asked what a list and a set answer alike.</summary>
    /// <exception cref="ExpressionException">Items may store it as a type that does not answer.</exception>
    public static BoundPath OfElements(this BoundPath path) => path.Refuse(AttributeTypes.Set | AttributeTypes.List);

    private static BoundPath Refuse(this BoundPath path, AttributeTypes allowed) => path.Last is { AlsoReads: var others } last && (others & ~allowed) != 0
        ? throw new ExpressionException($"looks at '{last.Property}', which [AlsoReads] says items may store as another type; "
            + "set the whole of it, or test in code what was read")
        : path;
}
