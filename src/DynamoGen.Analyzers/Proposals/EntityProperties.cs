using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>The properties of an entity and of what it derives from, which a template can name.</summary>
internal static class EntityProperties
{
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol entity)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(IsReadable))
            {
                yield return property;
            }
        }
    }

    private static bool IsReadable(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod: not null, DeclaredAccessibility: Accessibility.Public };
}
