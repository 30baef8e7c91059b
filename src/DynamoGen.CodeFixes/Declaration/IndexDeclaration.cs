using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>The <c>[GlobalIndex]</c> or <c>[LocalIndex]</c> of a table, as it is written down.</summary>
internal static class IndexDeclaration
{
    private const string Projection = "Projection";
    private const string NonKeyAttributes = "NonKeyAttributes";

    /// <summary>The index that an access pattern reads from; null where it is in another assembly.</summary>
    public static AttributeSyntax? Of(IMethodSymbol pattern, CancellationToken cancellationToken)
    {
        var name = pattern.Attribute(DeclarationAttributes.Index)?.Text(0);
        return pattern.ContainingType.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity
            && EntityParser.TableType(entity) is { } table
                ? table.Attributes(DeclarationAttributes.GlobalIndex).Concat(table.Attributes(DeclarationAttributes.LocalIndex))
                    .FirstOrDefault(index => index.Text(0) == name)?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax
                : null;
    }

    /// <summary>The declaration with more attributes in the index; null where it is not written in a way that can be extended.</summary>
    public static AttributeSyntax? Including(AttributeSyntax index, IEnumerable<string> attributes)
    {
        var names = attributes.Select(name => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name))).ToList();
        if (Argument(index, NonKeyAttributes) is { } present)
        {
            return Extended(present.Expression, names) is { } longer ? index.ReplaceNode(present, present.WithExpression(longer)) : null;
        }

        if (Argument(index, Projection) is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "KeysOnly" } value } projection)
        {
            return null;
        }

        var included = index.ReplaceNode(projection, projection.WithExpression(value.WithName(SyntaxFactory.IdentifierName("Include"))));
        var list = SyntaxFactory.ParseExpression($"[{string.Join(", ", names)}]");
        return included.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(NonKeyAttributes), nameColon: null, list));
    }

    private static ExpressionSyntax? Extended(ExpressionSyntax list, IReadOnlyList<LiteralExpressionSyntax> names) => list switch
    {
        CollectionExpressionSyntax collection => collection.AddElements([.. names.Select(SyntaxFactory.ExpressionElement)]),
        ImplicitArrayCreationExpressionSyntax array => array.WithInitializer(array.Initializer.AddExpressions([.. names])),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } array => array.WithInitializer(initializer.AddExpressions([.. names])),
        _ => null,
    };

    private static AttributeArgumentSyntax? Argument(AttributeSyntax index, string name) =>
        index.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
}
