namespace DynamoGen.Declarations.Syntax;

/// <summary>An expression that was read from its text.</summary>
/// <param name="Tokens">All its pieces.</param>
/// <param name="Paths">Every path that it holds, in order.</param>
/// <param name="Condition">The condition; null for an update, a projection and what could not be read.</param>
/// <param name="Update">The update; null for a condition, a projection and what could not be read.</param>
/// <param name="Operators">How many operators and functions a condition has.</param>
/// <param name="Problem">Why the text could not be read, or null where it could.</param>
internal sealed record ParsedExpression(
    IReadOnlyList<ExpressionToken> Tokens,
    IReadOnlyList<PathSyntax> Paths,
    ConditionSyntax? Condition,
    UpdateSyntax? Update,
    int Operators,
    ExpressionProblem? Problem)
{
    /// <summary>Reads a condition, a filter or a key condition. Never throws.</summary>
    public static ParsedExpression OfCondition(string text, ExpressionDialect dialect)
    {
        var tokens = ExpressionTokenizer.Tokenize(text, dialect);
        var reader = new ExpressionReader(tokens, dialect);
        var parser = new ConditionParser(reader);
        var condition = parser.Parse();
        ExpectEnd(reader, "AND, OR or the end");
        return new ParsedExpression(tokens, reader.Paths, reader.Problem is null ? condition : null, null, parser.Operators, reader.Problem);
    }

    /// <summary>Reads an update. Never throws.</summary>
    public static ParsedExpression OfUpdate(string text, ExpressionDialect dialect)
    {
        var tokens = ExpressionTokenizer.Tokenize(text, dialect);
        var reader = new ExpressionReader(tokens, dialect);
        var update = new UpdateParser(reader).Parse();
        return new ParsedExpression(tokens, reader.Paths, null, reader.Problem is null ? update : null, 0, reader.Problem);
    }

    /// <summary>Reads a projection: paths with commas between them. Never throws.</summary>
    public static ParsedExpression OfProjection(string text, ExpressionDialect dialect)
    {
        var tokens = ExpressionTokenizer.Tokenize(text, dialect);
        var reader = new ExpressionReader(tokens, dialect);
        reader.List(reader.Path);
        ExpectEnd(reader, "a comma or the end");
        return new ParsedExpression(tokens, reader.Paths, null, null, 0, reader.Problem);
    }

    private static void ExpectEnd(ExpressionReader reader, string expected)
    {
        if (reader.Current.Kind != ExpressionTokenKind.End)
        {
            reader.FailExpecting<object>(expected);
        }
    }
}
