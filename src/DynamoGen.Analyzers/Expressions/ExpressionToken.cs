namespace DynamoGen.Analyzers.Expressions;

/// <summary>A token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The token as written, with the <c>#</c> or <c>:</c> of a placeholder.</param>
/// <param name="Start">Where it starts in the expression.</param>
internal sealed record ExpressionToken(ExpressionTokenKind Kind, string Text, int Start)
{
    public bool IsSymbol(string symbol) => Kind == ExpressionTokenKind.Symbol && Text == symbol;

    public bool IsKeyword(string keyword) => Kind == ExpressionTokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
