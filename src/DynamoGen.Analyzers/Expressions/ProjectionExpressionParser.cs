namespace DynamoGen.Analyzers.Expressions;

/// <summary>Parses <c>path, path</c>.</summary>
internal readonly struct ProjectionExpressionParser(ExpressionReader reader)
{
    public void Parse() => reader.List(reader.Path);
}
