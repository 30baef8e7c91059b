using DynamoGen.Declarations.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>The placeholders of a key template that is written down as a literal, with the properties that they name.</summary>
internal static class KeyPlaceholders
{
    /// <summary>The literal around a place in a declaration's <c>[Key]</c>, and what it names; null where the template is put together elsewhere.</summary>
    public static LiteralExpressionSyntax? LiteralAt(SyntaxNode root, Location location) =>
        root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression as LiteralExpressionSyntax;

    /// <summary>Each placeholder whose property is found.</summary>
    public static IEnumerable<(KeyTemplateSegment Segment, IPropertySymbol Property)> Of(
        LiteralExpressionSyntax literal, SemanticModel model, CancellationToken cancellationToken) =>
        literal.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol entity
            ? from segment in KeyTemplate.Parse(literal.Token.ValueText).Segments
              let property = PropertyOf(entity, segment.Property?.TrimStart('@'))
              where property is not null
              select (segment, property)
            : [];

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol? entity, string? name)
    {
        for (var type = entity; name is not null && type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
