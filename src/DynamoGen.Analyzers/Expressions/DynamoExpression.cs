namespace DynamoGen.Analyzers.Expressions;

/// <summary>An expression of DynamoDB, read from its text.</summary>
internal sealed class DynamoExpression
{
    private DynamoExpression(ExpressionKind kind, IReadOnlyList<ExpressionToken> tokens, IReadOnlyList<AttributePath> paths, Condition? condition, bool isValid)
    {
        Kind = kind;
        Tokens = tokens;
        Paths = paths;
        Condition = condition;
        IsValid = isValid;
    }

    public ExpressionKind Kind { get; }

    public IReadOnlyList<ExpressionToken> Tokens { get; }

    /// <summary>Every attribute the expression names, in order.</summary>
    public IReadOnlyList<AttributePath> Paths { get; }

    /// <summary>The condition, or null for a projection, an update and whatever could not be read.</summary>
    public Condition? Condition { get; }

    /// <summary>Whether the whole text was understood; rules stay silent otherwise.</summary>
    public bool IsValid { get; }

    /// <summary>Reads an expression. Never throws.</summary>
    public static DynamoExpression Parse(string text, ExpressionKind kind)
    {
        var tokens = ExpressionTokenizer.Tokenize(text);
        var reader = new ExpressionReader(tokens);
        Condition? condition = null;
        switch (kind)
        {
            case ExpressionKind.Projection:
                new ProjectionExpressionParser(reader).Parse();
                break;
            case ExpressionKind.Update:
                new UpdateParser(reader).Parse();
                break;
            default:
                condition = new ConditionParser(reader).Parse();
                break;
        }

        var isValid = !reader.HasFailed && reader.Current.Kind == ExpressionTokenKind.End;
        return new DynamoExpression(kind, tokens, reader.Paths, isValid ? condition : null, isValid);
    }
}
