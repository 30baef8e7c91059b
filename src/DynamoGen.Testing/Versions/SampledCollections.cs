using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace DynamoGen.Testing;

/// <summary>Makes collections of every kind that is stored.</summary>
internal static class SampledCollections
{
    private static readonly Dictionary<Type, string> Makers = new()
    {
        [typeof(List<>)] = nameof(List),
        [typeof(IList<>)] = nameof(List),
        [typeof(IReadOnlyList<>)] = nameof(List),
        [typeof(IEnumerable<>)] = nameof(List),
        [typeof(ICollection<>)] = nameof(List),
        [typeof(IReadOnlyCollection<>)] = nameof(List),
        [typeof(ImmutableArray<>)] = nameof(Array),
        [typeof(ImmutableList<>)] = nameof(ImmutableListOf),
        [typeof(IImmutableList<>)] = nameof(ImmutableListOf),
        [typeof(HashSet<>)] = nameof(Set),
        [typeof(ISet<>)] = nameof(Set),
        [typeof(IReadOnlySet<>)] = nameof(Set),
        [typeof(SortedSet<>)] = nameof(Sorted),
        [typeof(ImmutableHashSet<>)] = nameof(ImmutableSet),
        [typeof(IImmutableSet<>)] = nameof(ImmutableSet),
        [typeof(ImmutableSortedSet<>)] = nameof(ImmutableSorted),
        [typeof(FrozenSet<>)] = nameof(Frozen),
        [typeof(Dictionary<,>)] = nameof(Map),
        [typeof(IDictionary<,>)] = nameof(Map),
        [typeof(IReadOnlyDictionary<,>)] = nameof(Map),
        [typeof(SortedDictionary<,>)] = nameof(SortedMap),
        [typeof(ImmutableDictionary<,>)] = nameof(ImmutableMap),
        [typeof(IImmutableDictionary<,>)] = nameof(ImmutableMap),
        [typeof(ImmutableSortedDictionary<,>)] = nameof(ImmutableSortedMap),
        [typeof(FrozenDictionary<,>)] = nameof(FrozenMap),
    };

    /// <summary>The types of what a collection holds: an element, or a key and a value; null for what is no collection.</summary>
    public static Type[]? ContentOf(Type type) =>
        type is { IsArray: true } ? [type.GetElementType()!]
        : type.IsGenericType && Makers.ContainsKey(type.GetGenericTypeDefinition()) ? type.GetGenericArguments()
        : null;

    /// <summary>A collection of elements, or of keys and values; of equal keys and elements of sets, one counts.</summary>
    public static object Make(Type type, IReadOnlyList<object?> content, IReadOnlyList<object?> values)
    {
        if (type.IsArray)
        {
            var array = System.Array.CreateInstance(type.GetElementType()!, content.Count);
            ((ICollection)content.ToArray()).CopyTo(array, 0);
            return array;
        }

        var maker = typeof(SampledCollections).GetMethod(Makers[type.GetGenericTypeDefinition()], BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type.GetGenericArguments());
        return maker.Invoke(null, type.GetGenericArguments().Length == 1 ? [content] : [content, values])!;
    }

    private static List<T> List<T>(IReadOnlyList<object?> content) => [.. content.Cast<T>()];

    private static ImmutableArray<T> Array<T>(IReadOnlyList<object?> content) => [.. content.Cast<T>()];

    private static ImmutableList<T> ImmutableListOf<T>(IReadOnlyList<object?> content) => [.. content.Cast<T>()];

    private static HashSet<T> Set<T>(IReadOnlyList<object?> content) => [.. content.Cast<T>()];

    private static SortedSet<T> Sorted<T>(IReadOnlyList<object?> content) => [.. content.Cast<T>()];

    private static ImmutableHashSet<T> ImmutableSet<T>(IReadOnlyList<object?> content) => [.. content.Cast<T>()];

    private static ImmutableSortedSet<T> ImmutableSorted<T>(IReadOnlyList<object?> content) => [.. content.Cast<T>()];

    private static FrozenSet<T> Frozen<T>(IReadOnlyList<object?> content) => content.Cast<T>().ToFrozenSet();

    private static Dictionary<TKey, TValue> Map<TKey, TValue>(IReadOnlyList<object?> keys, IReadOnlyList<object?> values)
        where TKey : notnull
    {
        var map = new Dictionary<TKey, TValue>();
        foreach (var (key, value) in keys.Cast<TKey>().Zip(values.Cast<TValue>()))
        {
            map[key] = value;
        }

        return map;
    }

    private static SortedDictionary<TKey, TValue> SortedMap<TKey, TValue>(IReadOnlyList<object?> keys, IReadOnlyList<object?> values)
        where TKey : notnull => new(Map<TKey, TValue>(keys, values));

    private static ImmutableDictionary<TKey, TValue> ImmutableMap<TKey, TValue>(IReadOnlyList<object?> keys, IReadOnlyList<object?> values)
        where TKey : notnull => Map<TKey, TValue>(keys, values).ToImmutableDictionary();

    private static ImmutableSortedDictionary<TKey, TValue> ImmutableSortedMap<TKey, TValue>(IReadOnlyList<object?> keys, IReadOnlyList<object?> values)
        where TKey : notnull => Map<TKey, TValue>(keys, values).ToImmutableSortedDictionary();

    private static FrozenDictionary<TKey, TValue> FrozenMap<TKey, TValue>(IReadOnlyList<object?> keys, IReadOnlyList<object?> values)
        where TKey : notnull => Map<TKey, TValue>(keys, values).ToFrozenDictionary();
}
