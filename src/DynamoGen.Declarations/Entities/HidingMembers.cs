using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Entities;

/// <summary>Finds which generated members hide one of a base type, because that is an entity or a projection too; C# wants to be told so.</summary>
internal static class HidingMembers
{
    /// <param name="type">The type that gets the members.</param>
    /// <param name="names">
    /// Their names, of types and of methods whose parameters are the same in every type; a method that takes the type itself hides nothing.
    /// </param>
    public static EquatableArray<string> Of(INamedTypeSymbol type, params string[] names)
    {
        var inherited = new HashSet<string>(Bases(type).SelectMany(Generated));
        return new EquatableArray<string>(names.Where(inherited.Contains));
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>What was generated into a type of another assembly is there; what is generated into one of this is only known from its model.</summary>
    private static IEnumerable<string> Generated(INamedTypeSymbol type)
    {
        if (!type.Locations.Any(place => place.IsInSource))
        {
            return type.GetMembers().Where(TypeIdentities.IsGenerated).Select(member => member.Name);
        }

        var entity = type.Has(DeclarationAttributes.Entity) ? EntityParser.Parse(type, new DeclarationProblems()) : null;
        var projection = type.Has(DeclarationAttributes.Projection) ? ProjectionParser.Parse(type, new DeclarationProblems()) : null;
        return new[] { entity?.KeysClass, entity?.PrimaryKeyStruct, entity?.MarshallerStruct, entity?.Forms.FromItem, projection?.ReaderStruct }
            .OfType<string>();
    }
}
