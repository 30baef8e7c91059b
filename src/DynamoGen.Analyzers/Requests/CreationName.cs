using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Finds the <c>new Type</c> of an object creation, which is the place to report the object at.</summary>
internal static class CreationName
{
    public static Location LocationOf(IOperation creation) =>
        creation.Syntax switch
        {
            ObjectCreationExpressionSyntax { Type: var type } syntax =>
                Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, type.Span.End)),
            ImplicitObjectCreationExpressionSyntax { NewKeyword: var keyword } => keyword.GetLocation(),
            var syntax => syntax.GetLocation(),
        };
}
