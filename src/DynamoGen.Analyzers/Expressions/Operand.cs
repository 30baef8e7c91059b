namespace DynamoGen.Analyzers.Expressions;

/// <summary>One side of a comparison or one argument of a function.</summary>
internal abstract record Operand
{
    internal sealed record Path(AttributePath Attribute) : Operand;

    internal sealed record Value(ExpressionToken Placeholder) : Operand;

    internal sealed record Function(ExpressionToken Name, IReadOnlyList<Operand> Arguments) : Operand;
}
