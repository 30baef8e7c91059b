namespace DynamoGen.Analyzers.Expressions;

/// <summary>A path to an attribute: names or their placeholders between dots, with list indexes left out.</summary>
/// <param name="Names">The names from the attribute of the item to the innermost.</param>
/// <param name="HasIndex">Whether an element of a list is meant.</param>
internal sealed record AttributePath(IReadOnlyList<ExpressionToken> Names, bool HasIndex)
{
    /// <summary>The attribute of the item.</summary>
    public ExpressionToken Attribute => Names[0];

    /// <summary>Whether the attribute itself is meant and nothing inside of it.</summary>
    public bool IsWholeAttribute => Names.Count == 1 && !HasIndex;
}
