using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Symbols;

/// <summary>The names of the members that are generated into an entity, none of which is another member's.</summary>
internal static class GeneratedMembers
{
    /// <summary>The class of key builders.</summary>
    public static string Keys(INamedTypeSymbol entity) => TypeIdentities.FreeMemberName(entity, "Keys", "ItemKeys");

    /// <summary>The struct of the primary key's values.</summary>
    public static string PrimaryKey(INamedTypeSymbol entity) => TypeIdentities.FreeMemberName(entity, "PrimaryKey", "ItemKey");

    /// <summary>The marshaller.</summary>
    public static string Marshaller(INamedTypeSymbol entity) => TypeIdentities.FreeMemberName(entity, "Marshaller", "ItemMarshaller");
}
