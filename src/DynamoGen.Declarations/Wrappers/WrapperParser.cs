using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Wrappers;

/// <summary>Reads a type marked with <c>[Wrapper]</c>.</summary>
internal static class WrapperParser
{
    private const string JsonConverter = "System.Text.Json.Serialization.JsonConverterAttribute";

    public static WrapperModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<WrapperModel>.Of(type, problems, ParseNew);

    private static WrapperModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        if (TypeIdentities.Parse(type, problems) is not { } identity)
        {
            return null;
        }

        if (Converters.WrappedProperty(type) is not { } property)
        {
            return Refuse(type, problems,
                $"it must be a record struct whose only property is 'Value', such as 'public readonly partial record struct {type.Name}(string Value)'");
        }

        return property.Type.NullableAnnotation != NullableAnnotation.Annotated && ScalarTypes.KindOf(property.Type) is { } kind && HasText(kind)
            ? new WrapperModel(identity, kind, Converters.IsPlain(property), Declared(type))
            : Refuse(type, problems,
                $"its value is '{property.Type.ToDisplayString()}', where a string, a number, a Guid, a date, a time or a duration can be read from text");
    }

    private static WrapperModel? Refuse(INamedTypeSymbol type, DeclarationProblems problems, string reason)
    {
        problems.Add(DeclarationRule.Wrapper, type.Attribute(DeclarationAttributes.Wrapper)?.Place() ?? type.Locations.FirstOrDefault(), type.Name, reason);
        return null;
    }

    /// <summary>Whether both texts and JSON have a form of the value that is read back.</summary>
    private static bool HasText(ScalarKind kind) =>
        kind is not (ScalarKind.Boolean or ScalarKind.Char or ScalarKind.Binary or ScalarKind.BigInteger);

    private static WrapperParts Declared(INamedTypeSymbol type)
    {
        var declared = type.GetAttributes().Any(IsConverter) ? WrapperParts.JsonConverter : WrapperParts.None;
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => !method.IsImplicitlyDeclared && !TypeIdentities.IsGenerated(method)))
        {
            declared |= PartOf(method);
        }

        return declared;
    }

    /// <summary>Whether it is the attribute, or one that is derived from it.</summary>
    private static bool IsConverter(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.IsNamed(JsonConverter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part that a method is, by itself or as that of an interface.</summary>
    private static WrapperParts PartOf(IMethodSymbol method) =>
        (method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name, method.Parameters.Length) switch
        {
            ("Parse", 2) when IsText(method) => WrapperParts.Parse,
            ("TryParse", 3) when IsText(method) && method.Parameters[2].RefKind == RefKind.Out => WrapperParts.TryParse,
            ("ToString", 0) => WrapperParts.Text,
            _ => WrapperParts.None,
        };

    private static bool IsText(IMethodSymbol method) => method is { IsStatic: true, IsGenericMethod: false }
        && method.Parameters[0].Type.SpecialType == SpecialType.System_String && method.Parameters[1].Type.IsNamed("System.IFormatProvider");
}
