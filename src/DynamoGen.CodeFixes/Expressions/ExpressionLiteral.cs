using DynamoGen.Analyzers.Expressions;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Expressions;

/// <summary>An expression of DynamoDB that is written as a literal in an object initializer: <c>FilterExpression = "…"</c>.</summary>
internal static class ExpressionLiteral
{
    /// <summary>Whether the literal's text stands in the source as it is, without escapes.</summary>
    public static bool CanBeChanged(LiteralExpressionSyntax literal) => literal.IsKind(SyntaxKind.StringLiteralExpression) && Offset(literal) > 0;

    public static IEnumerable<string> ReservedWordsOf(AssignmentExpressionSyntax assignment) => Tokens(assignment).Select(token => token.Text).Distinct();

    /// <summary>The literal with <c>#</c> before each reserved word.</summary>
    public static LiteralExpressionSyntax Alias(AssignmentExpressionSyntax assignment)
    {
        var literal = (LiteralExpressionSyntax)assignment.Right;
        var source = literal.Token.Text;
        var text = literal.Token.ValueText;
        foreach (var token in Tokens(assignment).OrderByDescending(token => token.Span.Start))
        {
            source = source.Insert(Offset(literal) + token.Span.Start, "#");
            text = text.Insert(token.Span.Start, "#");
        }

        return literal.WithToken(SyntaxFactory.Token(literal.Token.LeadingTrivia, literal.Token.Kind(), source, text, literal.Token.TrailingTrivia));
    }

    private static IEnumerable<ExpressionToken> Tokens(AssignmentExpressionSyntax assignment)
    {
        if (assignment is not { Left: IdentifierNameSyntax { Identifier.ValueText: var property }, Right: LiteralExpressionSyntax literal }
            || ExpressionProperties.KindOf(property) is not { } kind)
        {
            return [];
        }

        var expression = DynamoExpression.Parse(literal.Token.ValueText, kind);
        return expression.IsValid
            ? expression.Paths.SelectMany(path => path.Names).Where(name => name.Kind == ExpressionTokenKind.Word && ReservedWords.Contains(name.Text))
            : [];
    }

    private static int Offset(LiteralExpressionSyntax literal) => literal.Token.Text.IndexOf(literal.Token.ValueText, StringComparison.Ordinal);
}
