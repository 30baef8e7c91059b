using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Declarations.Symbols;

/// <summary>Writes the names of types for use anywhere in C#.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Full =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat WithoutGlobal = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly ConditionalWeakTable<INamespaceSymbol, string> Namespaces = new();

    /// <summary>The type's name for use anywhere, with nullable annotations.</summary>
    public static string FullName(this ITypeSymbol type) =>
        Simple(type) is not { } name ? type.ToDisplayString(Full)
            : type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? name + "?"
            : name;

    /// <summary>The type's name for use anywhere, without an annotation of its own.</summary>
    public static string PlainName(this ITypeSymbol type) => Simple(type) ?? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Full);

    /// <summary>The type's name with its namespace and the number of its type arguments.</summary>
    public static string MetadataName(INamedTypeSymbol type) => Namespace(type) + type.MetadataName;

    /// <summary>A type's name for messages, without the prefix that makes it usable anywhere.</summary>
    public static string Readable(string fullName) => fullName.Replace("global::", string.Empty);

    /// <summary>The name of a type that needs nothing but its namespace, as nearly all do; every member's type is asked for its name several times.</summary>
    private static string? Simple(ITypeSymbol type) =>
        type is INamedTypeSymbol
        {
            Arity: 0, ContainingType: null, SpecialType: SpecialType.None,
            IsNativeIntegerType: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum,
        }
        && SyntaxFacts.GetKeywordKind(type.Name) == SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(type.Name) == SyntaxKind.None
            ? "global::" + Namespace(type) + type.Name
            : null;

    /// <summary>What stands before the type's name. There are few namespaces, and many types to name.</summary>
    private static string Namespace(ITypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } scope
        ? Namespaces.GetValue(scope, scope => scope.ToDisplayString(WithoutGlobal) + ".")
        : string.Empty;
}
