using DynamoGen.Declarations.Syntax;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>An expression of a request, read from its text.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Syntax">What was read.</param>
internal sealed record DynamoExpression(ExpressionKind Kind, ParsedExpression Syntax)
{
    public IReadOnlyList<ExpressionToken> Tokens => Syntax.Tokens;

    /// <summary>Every attribute the expression names, in order.</summary>
    public IReadOnlyList<PathSyntax> Paths => Syntax.Paths;

    /// <summary>The condition, or null for a projection, an update and whatever could not be read.</summary>
    public ConditionSyntax? Condition => Syntax.Condition;

    /// <summary>Whether the whole text was understood; rules stay silent otherwise.</summary>
    public bool IsValid => Syntax.Problem is null;

    /// <summary>Reads an expression. Never throws.</summary>
    public static DynamoExpression Parse(string text, ExpressionKind kind) => new(kind, kind switch
    {
        ExpressionKind.Projection => ParsedExpression.OfProjection(text, ExpressionDialect.Request),
        ExpressionKind.Update => ParsedExpression.OfUpdate(text, ExpressionDialect.Request),
        _ => ParsedExpression.OfCondition(text, ExpressionDialect.Request),
    });
}
