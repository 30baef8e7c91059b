using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Reads lists from an SS, NS or BS, in the order in which it is stored.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StoredSet
{
    /// <summary>Reads a <see cref="List{T}"/>.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <typeparam name="TCodec">Reads an element.</typeparam>
    /// <param name="reader">A reader that stands before the value.</param>
    /// <exception cref="ItemFormatException">The value is no such set.</exception>
    public static List<T> List<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T>
    {
        var items = new List<T>();
        SetContent.ReadInto<T, TCodec>(ref reader, items);
        return items;
    }

    /// <summary>Reads an array.</summary>
    /// <inheritdoc cref="List{T, TCodec}(ref WireReader)"/>
    public static T[] Array<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T> => [.. List<T, TCodec>(ref reader)];

    /// <summary>Reads an <see cref="System.Collections.Immutable.ImmutableArray{T}"/>.</summary>
    /// <inheritdoc cref="List{T, TCodec}(ref WireReader)"/>
    public static ImmutableArray<T> ImmutableArray<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T> => ImmutableCollectionsMarshal.AsImmutableArray(Array<T, TCodec>(ref reader));

    /// <summary>Reads an <see cref="System.Collections.Immutable.ImmutableList{T}"/>.</summary>
    /// <inheritdoc cref="List{T, TCodec}(ref WireReader)"/>
    public static ImmutableList<T> ImmutableList<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T> => [.. List<T, TCodec>(ref reader)];
}
