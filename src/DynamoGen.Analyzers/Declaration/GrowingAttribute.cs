using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>Recognises properties whose values nothing bounds: bytes, and collections of objects.</summary>
internal static class GrowingAttribute
{
    /// <summary>Bytes of a fixed and small size, by the last word of their names.</summary>
    private static readonly string[] SmallBytes =
        ["Hash", "Checksum", "Digest", "Salt", "Signature", "Nonce", "Token", "Thumbprint", "Tag", "Iv", "Mac", "Key", "Version", "Etag", "Id", "Cursor"];

    /// <summary>What it holds without a bound, in words; null for every other property.</summary>
    public static string? ContentOf(IPropertySymbol property) =>
        property.IsStatic || property.Has(DeclarationAttributes.Ignore) || DeclaredLength.Of(property) is not null ? null
        : IsBytes(property.Type) && !SmallBytes.Any(word => property.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase)) ? "bytes"
        : ElementOf(property.Type) is { } element && IsObject(element) ? $"any number of {element.Name}"
        : null;

    /// <summary>Whether the elements of the property are objects, as far as it has elements.</summary>
    public static bool HoldsObjects(IPropertySymbol property) => ElementOf(property.Type) is { } element && IsObject(element);

    private static bool IsBytes(ITypeSymbol type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || (type is INamedTypeSymbol { Name: "ReadOnlyMemory" or "Memory", TypeArguments: { Length: 1 } arguments }
            && arguments[0].SpecialType == SpecialType.System_Byte)
        || IsStream(type);

    private static bool IsStream(ITypeSymbol type) =>
        type is { Name: "Stream", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
        || (type.BaseType is { } parent && IsStream(parent));

    /// <summary>The type of the elements of a collection, or of the values of a dictionary.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type is IArrayTypeSymbol array ? array.ElementType
        : type is INamedTypeSymbol { TypeArguments: { Length: 1 or 2 } arguments } collection
            && collection.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
            ? arguments[arguments.Length - 1]
        : null;

    /// <summary>A class or a struct of the user's own that is no wrapper of a value.</summary>
    private static bool IsObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } named
        && !named.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal)
        && Converters.WrappedProperty(named) is null;
}
