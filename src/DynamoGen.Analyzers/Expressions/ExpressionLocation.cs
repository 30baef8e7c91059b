using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>Finds the place of a token in the source, where the expression is written as a literal there.</summary>
internal static class ExpressionLocation
{
    /// <summary>The token itself inside a literal without escapes, else the whole value.</summary>
    public static Location Of(IOperation value, ExpressionToken token)
    {
        if (value.Syntax is LiteralExpressionSyntax { Token: var literal })
        {
            var offset = literal.Text.IndexOf(literal.ValueText, StringComparison.Ordinal);
            if (offset >= 0)
            {
                return Location.Create(value.Syntax.SyntaxTree, new TextSpan(literal.SpanStart + offset + token.Span.Start, token.Span.Length));
            }
        }

        return value.Syntax.GetLocation();
    }
}
