using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads a <see cref="HashSet{T}"/>, or an interface that it implements, as an SS, NS or BS.</summary>
/// <typeparam name="TSet">The type of the set.</typeparam>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HashSetCodec<TSet, T, TCodec> : ISetCodec<TSet>
    where TSet : class, IEnumerable<T>
    where TCodec : struct, IScalarCodec<T>
{
    /// <inheritdoc/>
    public static bool IsEmpty(TSet value) => (value as IReadOnlyCollection<T>)?.Count == 0 || !value.Any();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TSet value)
    {
        var start = SetContent.Begin<T, TCodec>(writer, (value as IReadOnlyCollection<T>)?.Count ?? value?.Count());
        if (value is HashSet<T> set)
        {
            foreach (var element in set)
            {
                SetContent.Element<T, TCodec>(writer, element);
            }
        }
        else
        {
            foreach (var element in value!)
            {
                SetContent.Element<T, TCodec>(writer, element);
            }
        }

        SetContent.End<T, TCodec>(writer, start, value is HashSet<T> known && StoredDistinctly.Is<T, TCodec>(known.Comparer));
    }

    /// <inheritdoc/>
    public static TSet Read(ref WireReader reader) => (TSet)(object)SetContent.Read<T, TCodec>(ref reader);
}

/// <summary>Writes and reads a <see cref="SortedSet{T}"/> as an SS, NS or BS.</summary>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SortedSetCodec<T, TCodec> : ISetCodec<SortedSet<T>>
    where TCodec : struct, IScalarCodec<T>
{
    /// <inheritdoc/>
    public static bool IsEmpty(SortedSet<T> value) => value.Count == 0;

    /// <inheritdoc/>
    public static void Write(WireWriter writer, SortedSet<T> value)
    {
        var start = SetContent.Begin<T, TCodec>(writer, value?.Count);
        foreach (var element in value!)
        {
            SetContent.Element<T, TCodec>(writer, element);
        }

        SetContent.End<T, TCodec>(writer, start, StoredDistinctly.Is<T, TCodec>(value.Comparer));
    }

    /// <inheritdoc/>
    public static SortedSet<T> Read(ref WireReader reader)
    {
        var items = new SortedSet<T>();
        SetContent.ReadInto<T, TCodec>(ref reader, items);
        return items;
    }
}

/// <summary>Writes and reads an <see cref="ImmutableHashSet{T}"/>, or an interface that it implements, as an SS, NS or BS.</summary>
/// <typeparam name="TSet">The type of the set.</typeparam>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableHashSetCodec<TSet, T, TCodec> : ISetCodec<TSet>
    where TSet : class, IEnumerable<T>
    where TCodec : struct, IScalarCodec<T>
{
    /// <inheritdoc/>
    public static bool IsEmpty(TSet value) => (value as IReadOnlyCollection<T>)?.Count == 0 || !value.Any();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, TSet value)
    {
        var start = SetContent.Begin<T, TCodec>(writer, (value as IReadOnlyCollection<T>)?.Count ?? value?.Count());
        if (value is ImmutableHashSet<T> set)
        {
            foreach (var element in set)
            {
                SetContent.Element<T, TCodec>(writer, element);
            }
        }
        else
        {
            foreach (var element in value!)
            {
                SetContent.Element<T, TCodec>(writer, element);
            }
        }

        SetContent.End<T, TCodec>(writer, start, value is ImmutableHashSet<T> known && StoredDistinctly.Is<T, TCodec>(known.KeyComparer));
    }

    /// <inheritdoc/>
    public static TSet Read(ref WireReader reader) => (TSet)(object)ImmutableHashSet.CreateRange(SetContent.Read<T, TCodec>(ref reader));
}

/// <summary>Writes and reads an <see cref="ImmutableSortedSet{T}"/> as an SS, NS or BS.</summary>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableSortedSetCodec<T, TCodec> : ISetCodec<ImmutableSortedSet<T>>
    where TCodec : struct, IScalarCodec<T>
{
    /// <inheritdoc/>
    public static bool IsEmpty(ImmutableSortedSet<T> value) => value.Count == 0;

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ImmutableSortedSet<T> value)
    {
        var start = SetContent.Begin<T, TCodec>(writer, value?.Count);
        foreach (var element in value!)
        {
            SetContent.Element<T, TCodec>(writer, element);
        }

        SetContent.End<T, TCodec>(writer, start, StoredDistinctly.Is<T, TCodec>(value.KeyComparer));
    }

    /// <inheritdoc/>
    public static ImmutableSortedSet<T> Read(ref WireReader reader) => ImmutableSortedSet.CreateRange(SetContent.Read<T, TCodec>(ref reader));
}

/// <summary>Writes and reads a <see cref="FrozenSet{T}"/> as an SS, NS or BS.</summary>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FrozenSetCodec<T, TCodec> : ISetCodec<FrozenSet<T>>
    where TCodec : struct, IScalarCodec<T>
{
    /// <inheritdoc/>
    public static bool IsEmpty(FrozenSet<T> value) => value.Count == 0;

    /// <inheritdoc/>
    public static void Write(WireWriter writer, FrozenSet<T> value)
    {
        var start = SetContent.Begin<T, TCodec>(writer, value?.Count);
        foreach (var element in value!)
        {
            SetContent.Element<T, TCodec>(writer, element);
        }

        SetContent.End<T, TCodec>(writer, start, StoredDistinctly.Is<T, TCodec>(value.Comparer));
    }

    /// <inheritdoc/>
    public static FrozenSet<T> Read(ref WireReader reader) => SetContent.Read<T, TCodec>(ref reader).ToFrozenSet();
}
