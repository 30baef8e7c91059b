using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>Reads the names of types as they are written.</summary>
internal static class TypeNames
{
    /// <summary>The name without what qualifies it, and without arguments.</summary>
    public static string Last(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        PredefinedTypeSyntax predefined => predefined.Keyword.ValueText,
        NullableTypeSyntax nullable => Last(nullable.ElementType),
        _ => string.Empty,
    };

    /// <summary>The whole name without arguments, such as <c>Shop.Order</c>.</summary>
    public static string Whole(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => $"{Whole(qualified.Left)}.{qualified.Right.Identifier.ValueText}",
        NullableTypeSyntax nullable => Whole(nullable.ElementType),
        _ => Last(type),
    };

    /// <summary>The type arguments; none where it has none.</summary>
    public static IReadOnlyList<TypeSyntax> Arguments(TypeSyntax type) => type switch
    {
        GenericNameSyntax generic => [.. generic.TypeArgumentList.Arguments],
        QualifiedNameSyntax qualified => Arguments(qualified.Right),
        AliasQualifiedNameSyntax alias => Arguments(alias.Name),
        _ => [],
    };
}
