using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Recognises properties that can only return one text: <c>=> "ORDERS"</c>, <c>get => "ORDERS"</c>, or <c>{ get; } = "ORDERS"</c>.</summary>
internal static class ConstantGetter
{
    public static bool Is(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax declaration
        && ReturnedBy(declaration) is { } value
        && IsConstant(value, property.ContainingType);

    private static ExpressionSyntax? ReturnedBy(PropertyDeclarationSyntax declaration)
    {
        if (declaration.ExpressionBody is { } body)
        {
            return body.Expression;
        }

        var getter = declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return getter?.ExpressionBody is { } expression ? expression.Expression
            : getter?.Body is { Statements: { Count: 1 } statements } ? (statements[0] as ReturnStatementSyntax)?.Expression
            : declaration.AccessorList?.Accessors.Count == 1 && getter?.Body is null ? declaration.Initializer?.Value
            : null;
    }

    private static bool IsConstant(ExpressionSyntax value, INamedTypeSymbol type) =>
        value.IsKind(SyntaxKind.StringLiteralExpression)
        || (value is IdentifierNameSyntax name && type.GetMembers(name.Identifier.ValueText).Any(member => member is IFieldSymbol { HasConstantValue: true }));
}
