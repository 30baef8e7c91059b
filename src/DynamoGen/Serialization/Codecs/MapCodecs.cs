using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads a <see cref="Dictionary{TKey, TValue}"/>, or an interface that it implements, as an M.</summary>
/// <typeparam name="TMap">The type of the dictionary.</typeparam>
/// <typeparam name="TKey">The type of a key.</typeparam>
/// <typeparam name="TValue">The type of a value.</typeparam>
/// <typeparam name="TKeyCodec">Writes and reads a key.</typeparam>
/// <typeparam name="TValueCodec">Writes and reads a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DictionaryCodec<TMap, TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<TMap>
    where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : struct, IScalarCodec<TKey>
    where TValueCodec : struct, IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, TMap value)
    {
        var start = MapContent.Begin(writer, value);
        if (value is Dictionary<TKey, TValue> dictionary)
        {
            foreach (var (key, element) in dictionary)
            {
                MapContent.Member<TKey, TValue, TKeyCodec, TValueCodec>(writer, key, element);
            }
        }
        else
        {
            foreach (var (key, element) in value)
            {
                MapContent.Member<TKey, TValue, TKeyCodec, TValueCodec>(writer, key, element);
            }
        }

        MapContent.End<TKey, TKeyCodec>(writer, start, value is Dictionary<TKey, TValue> known && StoredDistinctly.Is<TKey, TKeyCodec>(known.Comparer));
    }

    /// <inheritdoc/>
    public static TMap Read(ref WireReader reader) => (TMap)(object)MapContent.Read<TKey, TValue, TKeyCodec, TValueCodec>(ref reader);
}

/// <summary>Writes and reads a <see cref="SortedDictionary{TKey, TValue}"/> as an M.</summary>
/// <typeparam name="TKey">The type of a key.</typeparam>
/// <typeparam name="TValue">The type of a value.</typeparam>
/// <typeparam name="TKeyCodec">Writes and reads a key.</typeparam>
/// <typeparam name="TValueCodec">Writes and reads a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SortedDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<SortedDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : struct, IScalarCodec<TKey>
    where TValueCodec : struct, IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, SortedDictionary<TKey, TValue> value)
    {
        var start = MapContent.Begin(writer, value);
        foreach (var (key, element) in value)
        {
            MapContent.Member<TKey, TValue, TKeyCodec, TValueCodec>(writer, key, element);
        }

        MapContent.End<TKey, TKeyCodec>(writer, start, StoredDistinctly.Is<TKey, TKeyCodec>(value.Comparer));
    }

    /// <inheritdoc/>
    public static SortedDictionary<TKey, TValue> Read(ref WireReader reader)
    {
        var items = new SortedDictionary<TKey, TValue>();
        MapContent.ReadInto<TKey, TValue, TKeyCodec, TValueCodec>(ref reader, items);
        return items;
    }
}

/// <summary>Writes and reads an <see cref="ImmutableDictionary{TKey, TValue}"/>, or an interface that it implements, as an M.</summary>
/// <typeparam name="TMap">The type of the dictionary.</typeparam>
/// <typeparam name="TKey">The type of a key.</typeparam>
/// <typeparam name="TValue">The type of a value.</typeparam>
/// <typeparam name="TKeyCodec">Writes and reads a key.</typeparam>
/// <typeparam name="TValueCodec">Writes and reads a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableDictionaryCodec<TMap, TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<TMap>
    where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : struct, IScalarCodec<TKey>
    where TValueCodec : struct, IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, TMap value)
    {
        var start = MapContent.Begin(writer, value);
        if (value is ImmutableDictionary<TKey, TValue> dictionary)
        {
            foreach (var (key, element) in dictionary)
            {
                MapContent.Member<TKey, TValue, TKeyCodec, TValueCodec>(writer, key, element);
            }
        }
        else
        {
            foreach (var (key, element) in value)
            {
                MapContent.Member<TKey, TValue, TKeyCodec, TValueCodec>(writer, key, element);
            }
        }

        MapContent.End<TKey, TKeyCodec>(
            writer, start, value is ImmutableDictionary<TKey, TValue> known && StoredDistinctly.Is<TKey, TKeyCodec>(known.KeyComparer));
    }

    /// <inheritdoc/>
    public static TMap Read(ref WireReader reader) =>
        (TMap)(object)ImmutableDictionary.CreateRange(MapContent.Read<TKey, TValue, TKeyCodec, TValueCodec>(ref reader));
}

/// <summary>Writes and reads an <see cref="ImmutableSortedDictionary{TKey, TValue}"/> as an M.</summary>
/// <typeparam name="TKey">The type of a key.</typeparam>
/// <typeparam name="TValue">The type of a value.</typeparam>
/// <typeparam name="TKeyCodec">Writes and reads a key.</typeparam>
/// <typeparam name="TValueCodec">Writes and reads a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableSortedDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<ImmutableSortedDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : struct, IScalarCodec<TKey>
    where TValueCodec : struct, IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, ImmutableSortedDictionary<TKey, TValue> value)
    {
        var start = MapContent.Begin(writer, value);
        foreach (var (key, element) in value)
        {
            MapContent.Member<TKey, TValue, TKeyCodec, TValueCodec>(writer, key, element);
        }

        MapContent.End<TKey, TKeyCodec>(writer, start, StoredDistinctly.Is<TKey, TKeyCodec>(value.KeyComparer));
    }

    /// <inheritdoc/>
    public static ImmutableSortedDictionary<TKey, TValue> Read(ref WireReader reader) =>
        ImmutableSortedDictionary.CreateRange(MapContent.Read<TKey, TValue, TKeyCodec, TValueCodec>(ref reader));
}

/// <summary>Writes and reads a <see cref="FrozenDictionary{TKey, TValue}"/> as an M.</summary>
/// <typeparam name="TKey">The type of a key.</typeparam>
/// <typeparam name="TValue">The type of a value.</typeparam>
/// <typeparam name="TKeyCodec">Writes and reads a key.</typeparam>
/// <typeparam name="TValueCodec">Writes and reads a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FrozenDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<FrozenDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : struct, IScalarCodec<TKey>
    where TValueCodec : struct, IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, FrozenDictionary<TKey, TValue> value)
    {
        var start = MapContent.Begin(writer, value);
        foreach (var (key, element) in value)
        {
            MapContent.Member<TKey, TValue, TKeyCodec, TValueCodec>(writer, key, element);
        }

        MapContent.End<TKey, TKeyCodec>(writer, start, StoredDistinctly.Is<TKey, TKeyCodec>(value.Comparer));
    }

    /// <inheritdoc/>
    public static FrozenDictionary<TKey, TValue> Read(ref WireReader reader) =>
        MapContent.Read<TKey, TValue, TKeyCodec, TValueCodec>(ref reader).ToFrozenDictionary();
}
