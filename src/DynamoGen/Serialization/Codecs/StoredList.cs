using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Reads sets from an L, of which elements that are equal become one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StoredList
{
    /// <summary>Reads a <see cref="HashSet{T}"/>.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <typeparam name="TCodec">Reads an element.</typeparam>
    /// <param name="reader">A reader that stands before the value.</param>
    /// <exception cref="ItemFormatException">The value is no list of such elements.</exception>
    public static HashSet<T> HashSet<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T> => [.. ListContent.Read<T, TCodec>(ref reader)];

    /// <summary>Reads a <see cref="System.Collections.Generic.SortedSet{T}"/>.</summary>
    /// <inheritdoc cref="HashSet{T, TCodec}(ref WireReader)"/>
    public static SortedSet<T> SortedSet<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T> => [.. ListContent.Read<T, TCodec>(ref reader)];

    /// <summary>Reads an <see cref="System.Collections.Immutable.ImmutableHashSet{T}"/>.</summary>
    /// <inheritdoc cref="HashSet{T, TCodec}(ref WireReader)"/>
    public static ImmutableHashSet<T> ImmutableHashSet<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T> => [.. ListContent.Read<T, TCodec>(ref reader)];

    /// <summary>Reads an <see cref="System.Collections.Immutable.ImmutableSortedSet{T}"/>.</summary>
    /// <inheritdoc cref="HashSet{T, TCodec}(ref WireReader)"/>
    public static ImmutableSortedSet<T> ImmutableSortedSet<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T> => [.. ListContent.Read<T, TCodec>(ref reader)];

    /// <summary>Reads a <see cref="System.Collections.Frozen.FrozenSet{T}"/>.</summary>
    /// <inheritdoc cref="HashSet{T, TCodec}(ref WireReader)"/>
    public static FrozenSet<T> FrozenSet<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T> => ListContent.Read<T, TCodec>(ref reader).ToFrozenSet();
}
