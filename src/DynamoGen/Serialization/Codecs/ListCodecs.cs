using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads a <see cref="List{T}"/>, or an interface that it implements, as an L.</summary>
/// <typeparam name="TList">The type of the list.</typeparam>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListCodec<TList, T, TCodec> : IValueCodec<TList>
    where TList : class, IEnumerable<T>
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, TList value) => ListContent.Write<T, TCodec>(writer, value);

    /// <inheritdoc/>
    public static TList Read(ref WireReader reader) => (TList)(object)ListContent.Read<T, TCodec>(ref reader);
}

/// <summary>Writes and reads an array as an L.</summary>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ArrayCodec<T, TCodec> : IValueCodec<T[]>
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, T[] value) => ListContent.Write<T, TCodec>(writer, (IEnumerable<T>)value);

    /// <inheritdoc/>
    public static T[] Read(ref WireReader reader) => ListContent.ReadArray<T, TCodec>(ref reader);
}

/// <summary>Writes and reads an <see cref="ImmutableArray{T}"/> as an L; one that was never set counts as empty.</summary>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableArrayCodec<T, TCodec> : IValueCodec<ImmutableArray<T>>
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, ImmutableArray<T> value) => ListContent.Write<T, TCodec>(writer, value.IsDefault ? [] : value.AsSpan());

    /// <inheritdoc/>
    public static ImmutableArray<T> Read(ref WireReader reader) =>
        ImmutableCollectionsMarshal.AsImmutableArray(ListContent.ReadArray<T, TCodec>(ref reader));
}

/// <summary>Writes and reads an <see cref="ImmutableList{T}"/>, or an interface that it implements, as an L.</summary>
/// <typeparam name="TList">The type of the list.</typeparam>
/// <typeparam name="T">The type of an element.</typeparam>
/// <typeparam name="TCodec">Writes and reads an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableListCodec<TList, T, TCodec> : IValueCodec<TList>
    where TList : class, IEnumerable<T>
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(WireWriter writer, TList value) => ListContent.Write<T, TCodec>(writer, value);

    /// <inheritdoc/>
    public static TList Read(ref WireReader reader) => (TList)(object)ImmutableList.Create(ListContent.ReadArray<T, TCodec>(ref reader));
}
