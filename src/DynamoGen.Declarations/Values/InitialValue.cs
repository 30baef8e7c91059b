using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Values;

/// <summary>What a property is initialized with.</summary>
/// <param name="Constant">The value of a literal; null for anything else.</param>
/// <param name="Text">The expression as C# writes it, or <see cref="Nothing"/> for an empty collection.</param>
internal sealed record InitialValue(object? Constant, string Text)
{
    /// <summary>How an empty collection is written, whichever way it is made.</summary>
    public const string Nothing = "[]";

    /// <summary>The initial value, or null where it cannot be seen.</summary>
    public static InitialValue? Of(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: var value } ? Of(value) : null;

    private static InitialValue Of(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Of(suppressed.Operand),
        LiteralExpressionSyntax { Token.Value: { } constant } => new(constant, value.ToString()),
        CollectionExpressionSyntax { Elements.Count: 0 } => new(null, Nothing),
        MemberAccessExpressionSyntax
        {
            Expression: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword },
            Name.Identifier.ValueText: "Empty",
        } => new(string.Empty, "\"\""),
        _ => new(null, value.NormalizeWhitespace(indentation: string.Empty, eol: " ").ToString()),
    };
}
