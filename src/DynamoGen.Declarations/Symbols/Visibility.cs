using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Symbols;

/// <summary>Who can name a type.</summary>
internal static class Visibility
{
    /// <summary>Where a type can be named, with all that it is made of.</summary>
    public static TypeReach ReachOf(ITypeSymbol type, INamedTypeSymbol entity) =>
        IsHidden(type, entity) ? TypeReach.Entity : IsPublic(type) ? TypeReach.Anywhere : TypeReach.Assembly;

    /// <summary>Where all types can be named that a method takes and yields.</summary>
    public static TypeReach ReachOf(IMethodSymbol method, INamedTypeSymbol entity)
    {
        var reaches = method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Select(type => ReachOf(type, entity)).ToArray();
        return reaches.Contains(TypeReach.Entity) ? TypeReach.Entity
            : reaches.Contains(TypeReach.Assembly) ? TypeReach.Assembly
            : TypeReach.Anywhere;
    }

    /// <summary>Whether every assembly can name a type, with all that it is made of.</summary>
    private static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        INamedTypeSymbol named => named.DeclaredAccessibility == Accessibility.Public
            && (named.ContainingType is null || IsPublic(named.ContainingType))
            && named.TypeArguments.All(IsPublic),
        _ => false,
    };

    /// <summary>Whether a type, or one that it is made of, is hidden from some of the code that can name the entity.</summary>
    private static bool IsHidden(ITypeSymbol type, INamedTypeSymbol entity) => type switch
    {
        IArrayTypeSymbol array => IsHidden(array.ElementType, entity),
        INamedTypeSymbol named => HidingTypes(named).Any(hiding => !HidingTypes(entity).Any(outer => IsOrIsInside(outer, hiding)))
            || named.TypeArguments.Any(argument => IsHidden(argument, entity)),
        _ => false,
    };

    /// <summary>The types inside of which alone a type can be named, because it or one around it is private or protected there.</summary>
    private static IEnumerable<INamedTypeSymbol> HidingTypes(INamedTypeSymbol type)
    {
        for (var current = type; current.ContainingType is { } container; current = container)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                yield return container;
            }
        }
    }

    private static bool IsOrIsInside(INamedTypeSymbol type, INamedTypeSymbol outer)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, outer))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Where a type can be named.</summary>
internal enum TypeReach
{
    /// <summary>Wherever the entity can be named in its own assembly.</summary>
    Assembly,

    /// <summary>Inside of the entity alone.</summary>
    Entity,

    /// <summary>In every assembly.</summary>
    Anywhere,
}
