using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Regions;

/// <summary>Finds the property of an entity.</summary>
internal static class PropertyPlace
{
    /// <summary>Where it stands; the entity's own place for one of another assembly.</summary>
    public static Location? Of(INamedTypeSymbol entity, string property) =>
        Find(entity, property)?.Locations.FirstOrDefault(location => location.IsInSource) ?? entity.Locations.FirstOrDefault();

    /// <summary>The property, which a base type may declare; null where there is none.</summary>
    public static IPropertySymbol? Find(INamedTypeSymbol entity, string property)
    {
        for (INamedTypeSymbol? type = entity; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(property).OfType<IPropertySymbol>().FirstOrDefault(member => !member.IsStatic) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
