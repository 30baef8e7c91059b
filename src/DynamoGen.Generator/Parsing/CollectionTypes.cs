using DynamoGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Parsing;

/// <summary>Knows the collection types that can be stored, and what they are filled as.</summary>
internal static class CollectionTypes
{
    public static CollectionShape? Parse(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return new CollectionShape(CollectionKind.List, array.ElementType, null, ListKind.Array);
        }

        if (type is not INamedTypeSymbol { TypeArguments.Length: > 0, ContainingType: null } named)
        {
            return null;
        }

        var arguments = named.TypeArguments;
        return $"{named.ContainingNamespace?.ToDisplayString()}.{named.MetadataName}" switch
        {
            "System.Collections.Generic.List`1" or "System.Collections.Generic.IList`1" or "System.Collections.Generic.ICollection`1"
                or "System.Collections.Generic.IEnumerable`1" or "System.Collections.Generic.IReadOnlyList`1"
                or "System.Collections.Generic.IReadOnlyCollection`1" => new CollectionShape(CollectionKind.List, arguments[0], null, ListKind.List),
            "System.Collections.Immutable.ImmutableArray`1" => new CollectionShape(CollectionKind.List, arguments[0], null, ListKind.ImmutableArray),
            "System.Collections.Generic.HashSet`1" or "System.Collections.Generic.ISet`1" or "System.Collections.Generic.IReadOnlySet`1"
                => new CollectionShape(CollectionKind.Set, arguments[0], null, ListKind.List),
            "System.Collections.Generic.Dictionary`2" or "System.Collections.Generic.IDictionary`2" or "System.Collections.Generic.IReadOnlyDictionary`2"
                => new CollectionShape(CollectionKind.Dictionary, arguments[1], arguments[0], ListKind.List),
            _ => null,
        };
    }
}

/// <summary>What a collection type holds.</summary>
internal sealed class CollectionShape(CollectionKind kind, ITypeSymbol element, ITypeSymbol? key, ListKind listKind)
{
    public CollectionKind Kind { get; } = kind;

    public ITypeSymbol Element { get; } = element;

    public ITypeSymbol? Key { get; } = key;

    public ListKind ListKind { get; } = listKind;
}

/// <summary>The three ways in which DynamoDB holds many values.</summary>
internal enum CollectionKind
{
    List,
    Set,
    Dictionary,
}
