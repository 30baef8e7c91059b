using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Recognises <c>[a, .. b]</c> by its syntax: a compiler of .NET 8 has no operations of its own for it.</summary>
internal static class CollectionExpression
{
    public static bool Is(IOperation operation) => operation.Syntax is CollectionExpressionSyntax && operation is not IConversionOperation;

    public static bool IsSpread(IOperation element) => element.Syntax is SpreadElementSyntax;

    public static IEnumerable<IOperation> ElementsOf(IOperation expression) =>
        expression.ChildOperations.Where(child => child.Syntax.FirstAncestorOrSelf<CollectionElementSyntax>()?.Parent == expression.Syntax);
}
