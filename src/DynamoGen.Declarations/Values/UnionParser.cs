using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>Reads the derived types of a type marked with <c>[Polymorphic]</c>.</summary>
internal static class UnionParser
{
    /// <summary>The attribute that names the derived type.</summary>
    public static string Discriminator(INamedTypeSymbol type) =>
        type.Attribute(DeclarationAttributes.Polymorphic)?.Named<string?>("Discriminator", null) ?? "_t";

    /// <summary>The derived types, those that derive from others of them first; or null with a problem.</summary>
    public static List<ObjectValue>? Parse(INamedTypeSymbol type, string discriminator, ValueParser values, Location? location)
    {
        var cases = new List<(INamedTypeSymbol Type, ObjectValue Value)>();
        foreach (var attribute in type.Attributes(DeclarationAttributes.DerivedType))
        {
            var derived = attribute.AttributeClass!.TypeArguments.FirstOrDefault() as INamedTypeSymbol;
            var name = attribute.Text(0) ?? string.Empty;
            if (Problem(type, derived, name, discriminator, cases.Select(other => other.Value)) is { } problem)
            {
                values.Problems.Add(DeclarationRule.StorageForm, attribute.Place() ?? location, type.ToDisplayString(), "DerivedType", problem);
                return null;
            }

            if (MemberParser.ParseObject(derived!, values, location) is not { } value)
            {
                return null;
            }

            if (value.Members.Any(member => member.Attribute == discriminator))
            {
                values.Problems.Add(DeclarationRule.AttributeConflict, location, discriminator,
                    $"{derived!.Name}.{value.Members.First(member => member.Attribute == discriminator).Property}' and 'the discriminator");
                return null;
            }

            cases.Add((derived!, value with { Discriminator = new DiscriminatorModel(discriminator, name) }));
        }

        if (cases.Count == 0)
        {
            values.Problems.Add(DeclarationRule.StorageForm, location, type.ToDisplayString(), "Polymorphic",
                "no [DerivedType] names a type that it is stored as");
            return null;
        }

        return [.. cases.OrderByDescending(single => Depth(single.Type)).Select(single => single.Value)];
    }

    private static string? Problem(INamedTypeSymbol type, INamedTypeSymbol? derived, string name, string discriminator, IEnumerable<ObjectValue> others)
    {
        if (NamingRules.ProblemOfAttribute(discriminator) is { } misnamed)
        {
            return $"it has a discriminator {misnamed}";
        }

        if (derived is null || !IsA(derived, type) || derived.IsAbstract || derived.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return $"'{derived?.Name}' is no type with instances that derives from it";
        }

        if (name.Length == 0 || !WellFormedText.IsWellFormed(name))
        {
            return $"the name of '{derived.Name}' is empty or holds half of a surrogate pair";
        }

        return others.FirstOrDefault(other => other.Discriminator!.Name == name || other.TypeName == derived.PlainName()) is { } same
            ? $"'{derived.Name}' and '{same.Name}' share a name or are one type"
            : null;
    }

    private static bool IsA(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = derived; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return true;
            }
        }

        return derived.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    private static int Depth(INamedTypeSymbol type)
    {
        var depth = 0;
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            depth++;
        }

        return depth;
    }
}
