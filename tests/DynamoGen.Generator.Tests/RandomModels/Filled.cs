using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>Collections of types that are known only once the model is compiled.</summary>
internal static class Filled
{
    public static object List(Type type, Type element, IEnumerable<object?> items) => Call(nameof(ListOf), [element], type, items);

    public static object Set(Type type, Type element, IEnumerable<object?> items) => Call(nameof(SetOf), [element], type, items);

    public static object Dictionary(Type type, Type[] types, IEnumerable<(object Key, object? Value)> pairs) => Call(nameof(DictionaryOf), types, type, pairs);

    private static object Call(string method, Type[] types, params object[] arguments) =>
        typeof(Filled).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types).Invoke(null, arguments)!;

    private static object ListOf<T>(Type type, IEnumerable<object?> items)
    {
        var typed = items.Select(item => (T)item!);
        return type.Name switch
        {
            _ when type.IsArray => typed.ToArray(),
            "ImmutableArray`1" => typed.ToImmutableArray(),
            "ImmutableList`1" or "IImmutableList`1" => typed.ToImmutableList(),
            _ => typed.ToList(),
        };
    }

    private static object SetOf<T>(Type type, IEnumerable<object?> items)
    {
        var typed = items.Select(item => (T)item!);
        return type.Name switch
        {
            "SortedSet`1" => new SortedSet<T>(typed),
            "ImmutableHashSet`1" or "IImmutableSet`1" => typed.ToImmutableHashSet(),
            "ImmutableSortedSet`1" => typed.ToImmutableSortedSet(),
            "FrozenSet`1" => typed.ToFrozenSet(),
            _ => typed.ToHashSet(),
        };
    }

    private static object DictionaryOf<TKey, TValue>(Type type, IEnumerable<(object Key, object? Value)> pairs)
        where TKey : notnull
    {
        // A comparer may take two different keys, "a" and "a\0" in a sorted dictionary for instance, for one.
        IDictionary<TKey, TValue> typed =
            type.Name.Contains("Sorted", StringComparison.Ordinal) ? new SortedDictionary<TKey, TValue>() : new Dictionary<TKey, TValue>();
        foreach (var (key, value) in pairs)
        {
            typed[(TKey)key] = (TValue)value!;
        }

        return type.Name switch
        {
            "ImmutableDictionary`2" or "IImmutableDictionary`2" => typed.ToImmutableDictionary(),
            "ImmutableSortedDictionary`2" => typed.ToImmutableSortedDictionary(),
            "FrozenDictionary`2" => typed.ToFrozenDictionary(),
            _ => typed,
        };
    }
}
