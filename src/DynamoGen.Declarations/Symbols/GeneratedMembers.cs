using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Symbols;

/// <summary>The names of the members that are generated into an entity, none of which is another member's.</summary>
internal static class GeneratedMembers
{
    /// <summary>The class of key builders.</summary>
    public static string Keys(INamedTypeSymbol entity) => TypeIdentities.FreeMemberName(entity, "Keys", "ItemKeys");

    /// <summary>The struct of the primary key's values.</summary>
    public static string PrimaryKey(INamedTypeSymbol entity) => TypeIdentities.FreeMemberName(entity, "PrimaryKey", "ItemKey");

    /// <summary>The struct beside the entity of what differs between two of its states; null where another type has the name.</summary>
    public static string? Changes(INamedTypeSymbol entity)
    {
        var name = entity.Name + "Changes";
        var scope = (INamespaceOrTypeSymbol?)entity.ContainingType ?? entity.ContainingNamespace;
        return scope.GetMembers(name).All(TypeIdentities.IsGenerated) ? name : null;
    }

    /// <summary>The marshaller.</summary>
    public static string Marshaller(INamedTypeSymbol entity) => TypeIdentities.FreeMemberName(entity, "Marshaller", "ItemMarshaller");
}
