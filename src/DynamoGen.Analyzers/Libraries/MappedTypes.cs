using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Libraries;

/// <summary>The types of this source that an entity is stored by: its own, its base classes, and those of its properties and of what they hold.</summary>
internal static class MappedTypes
{
    public static IReadOnlyCollection<INamedTypeSymbol> Of(INamedTypeSymbol entity)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        Add(entity, found);
        return found;
    }

    public static bool IsOrDerivesFrom(this INamedTypeSymbol? type, INamedTypeSymbol baseType)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, baseType))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ITypeSymbol type, HashSet<INamedTypeSymbol> found)
    {
        if (type is IArrayTypeSymbol array)
        {
            Add(array.ElementType, found);
            return;
        }

        if (type is not INamedTypeSymbol named)
        {
            return;
        }

        foreach (var argument in named.TypeArguments)
        {
            Add(argument, found);
        }

        var declared = named.OriginalDefinition;
        if (!declared.Locations.Any(location => location.IsInSource) || !found.Add(declared))
        {
            return;
        }

        if (declared.BaseType is { } parent)
        {
            Add(parent, found);
        }

        foreach (var property in declared.GetMembers().OfType<IPropertySymbol>()
            .Where(property => !property.IsStatic && !property.IsImplicitlyDeclared && !property.Has(DeclarationAttributes.Ignore)))
        {
            Add(property.Type, found);
        }
    }
}
