using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Symbols;

/// <summary>Reads attributes by their metadata names, so that nothing depends on how a file spells them.</summary>
internal static class AttributeReading
{
    public static IEnumerable<AttributeData> Attributes(this ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass?.IsNamed(metadataName) == true);

    public static AttributeData? Attribute(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.IsNamed(metadataName) == true)
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool Has(this ISymbol symbol, string metadataName) => symbol.Attribute(metadataName) is not null;

    /// <summary>A named argument's value, or the given one where it was not set.</summary>
    public static T Named<T>(this AttributeData attribute, string name, T otherwise)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Error and not TypedConstantKind.Array, Value: T value })
            {
                return value;
            }
        }

        return otherwise;
    }

    /// <summary>A named argument of several texts; none where it was not set.</summary>
    public static string?[] Texts(this AttributeData attribute, string name) => attribute.NamedArguments
        .Where(argument => argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false })
        .SelectMany(argument => argument.Value.Values, (_, value) => value.Value as string)
        .ToArray();

    /// <summary>A positional argument of several texts; none where it is missing.</summary>
    public static IReadOnlyList<string> Texts(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Array, IsNull: false } texts
            ? [.. texts.Values.Select(value => value.Value).OfType<string>()]
            : [];

    /// <summary>A named argument of several members of an enum, as their numbers; none where it was not set.</summary>
    public static int[] Numbers(this AttributeData attribute, string name) => attribute.NamedArguments
        .Where(argument => argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false })
        .SelectMany(argument => argument.Value.Values, (_, value) => value.Value as int? ?? 0)
        .ToArray();

    /// <summary>Whether a named argument was set, to null for one.</summary>
    public static bool IsSet(this AttributeData attribute, string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>A positional argument as text, or null where it is missing, null or wrong.</summary>
    public static string? Text(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Primitive, Value: string text }
            ? text
            : null;

    /// <summary>A positional argument as a number, or null where it is missing or wrong.</summary>
    public static int? Number(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Primitive, Value: int number }
            ? number
            : null;

    /// <summary>The positional arguments that are types, those of a <c>params</c> array too; null for what is no type that can be named.</summary>
    public static IReadOnlyList<INamedTypeSymbol?> Types(this AttributeData attribute) =>
    [
        .. attribute.ConstructorArguments
            .SelectMany(argument => argument is { Kind: TypedConstantKind.Array, IsNull: false } ? argument.Values : ImmutableArray.Create(argument))
            .Select(argument => argument is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type } ? type : null),
    ];

    /// <summary>Where the attribute stands, or one of its positional arguments.</summary>
    public static Location? Place(this AttributeData attribute, int position = -1)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return null;
        }

        var positional = syntax.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToArray() ?? [];
        return position >= 0 && position < positional.Length ? positional[position].GetLocation() : syntax.GetLocation();
    }
}
