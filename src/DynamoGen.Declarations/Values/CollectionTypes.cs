using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>Knows the collection types that can be stored, and what they are filled as.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Frozen = "System.Collections.Frozen.";

    public static CollectionShape? Parse(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return new CollectionShape(array.ElementType) { List = ListKind.Array };
        }

        if (type is not INamedTypeSymbol { TypeArguments.Length: > 0, ContainingType: null } named)
        {
            return null;
        }

        var arguments = named.TypeArguments;
        var name = TypeNames.MetadataName(named);
        return (List(name), Set(name), Dictionary(name)) switch
        {
            ({ } list, _, _) => new CollectionShape(arguments[0]) { List = list },
            (_, { } set, _) => new CollectionShape(arguments[0]) { Set = set },
            (_, _, { } dictionary) => new CollectionShape(arguments[1]) { Dictionary = dictionary, Key = arguments[0] },
            _ => null,
        };
    }

    /// <summary>
    /// Whether a type holds elements, which its properties do not say. <see cref="Parse"/> comes first: only what it does not know is lost.
    /// </summary>
    public static bool HoldsElements(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || type.Has("System.Runtime.CompilerServices.InlineArrayAttribute")
        || type.AllInterfaces.Concat(new[] { type }.OfType<INamedTypeSymbol>()).Any(contract =>
            contract.SpecialType == SpecialType.System_Collections_IEnumerable
            || TypeNames.MetadataName(contract.OriginalDefinition) == Generic + "IAsyncEnumerable`1")
        || HasEnumerator(type);

    /// <summary>Whether the language goes over the type without an interface.</summary>
    private static bool HasEnumerator(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("GetEnumerator").Concat(current.GetMembers("GetAsyncEnumerator")).OfType<IMethodSymbol>().Any(method =>
                method is { IsStatic: false, ReturnsVoid: false, DeclaredAccessibility: Accessibility.Public, IsGenericMethod: false }
                && method.Parameters.All(parameter => parameter.IsOptional)))
            {
                return true;
            }
        }

        return false;
    }

    private static ListKind? List(string name) => name switch
    {
        Generic + "List`1" or Generic + "IList`1" or Generic + "ICollection`1" or Generic + "IEnumerable`1" or Generic + "IReadOnlyList`1"
            or Generic + "IReadOnlyCollection`1" => ListKind.List,
        Immutable + "ImmutableArray`1" => ListKind.ImmutableArray,
        Immutable + "ImmutableList`1" or Immutable + "IImmutableList`1" => ListKind.ImmutableList,
        _ => null,
    };

    private static SetKind? Set(string name) => name switch
    {
        Generic + "HashSet`1" or Generic + "ISet`1" or Generic + "IReadOnlySet`1" => SetKind.HashSet,
        Generic + "SortedSet`1" => SetKind.SortedSet,
        Immutable + "ImmutableHashSet`1" or Immutable + "IImmutableSet`1" => SetKind.ImmutableHashSet,
        Immutable + "ImmutableSortedSet`1" => SetKind.ImmutableSortedSet,
        Frozen + "FrozenSet`1" => SetKind.FrozenSet,
        _ => null,
    };

    private static DictionaryKind? Dictionary(string name) => name switch
    {
        Generic + "Dictionary`2" or Generic + "IDictionary`2" or Generic + "IReadOnlyDictionary`2" => DictionaryKind.Dictionary,
        Generic + "SortedDictionary`2" => DictionaryKind.SortedDictionary,
        Immutable + "ImmutableDictionary`2" or Immutable + "IImmutableDictionary`2" => DictionaryKind.ImmutableDictionary,
        Immutable + "ImmutableSortedDictionary`2" => DictionaryKind.ImmutableSortedDictionary,
        Frozen + "FrozenDictionary`2" => DictionaryKind.FrozenDictionary,
        _ => null,
    };
}

/// <summary>What a collection type holds, and which of the three ways of holding many values it is.</summary>
internal sealed class CollectionShape(ITypeSymbol element)
{
    public ITypeSymbol Element { get; } = element;

    public ListKind? List { get; init; }

    public SetKind? Set { get; init; }

    public DictionaryKind? Dictionary { get; init; }

    /// <summary>A dictionary's keys.</summary>
    public ITypeSymbol? Key { get; init; }
}
