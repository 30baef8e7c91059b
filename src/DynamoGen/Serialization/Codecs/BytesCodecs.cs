using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads bytes that a Memory holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemoryCodec : IScalarCodec<Memory<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "B"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Content;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, Memory<byte> value) => writer.Binary(value.Span);

    /// <inheritdoc/>
    public static Memory<byte> ReadContent(ref WireReader reader) => reader.BinaryContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, Memory<byte> value) => ScalarContent.Write<Memory<byte>, MemoryCodec>(writer, value);

    /// <inheritdoc/>
    public static Memory<byte> Read(ref WireReader reader) => ScalarContent.Read<Memory<byte>, MemoryCodec>(ref reader);
}

/// <summary>Writes and reads bytes that a ReadOnlyMemory holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReadOnlyMemoryCodec : IScalarCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "B"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Content;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, ReadOnlyMemory<byte> value) => writer.Binary(value.Span);

    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> ReadContent(ref WireReader reader) => reader.BinaryContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ReadOnlyMemory<byte> value) => ScalarContent.Write<ReadOnlyMemory<byte>, ReadOnlyMemoryCodec>(writer, value);

    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref WireReader reader) => ScalarContent.Read<ReadOnlyMemory<byte>, ReadOnlyMemoryCodec>(ref reader);
}

/// <summary>Writes and reads bytes that an ImmutableArray holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableBytesCodec : IScalarCodec<ImmutableArray<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "B"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Content;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, ImmutableArray<byte> value) => writer.Binary(value.AsSpan());

    /// <inheritdoc/>
    public static ImmutableArray<byte> ReadContent(ref WireReader reader) => ImmutableCollectionsMarshal.AsImmutableArray(reader.BinaryContent());

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ImmutableArray<byte> value) => ScalarContent.Write<ImmutableArray<byte>, ImmutableBytesCodec>(writer, value);

    /// <inheritdoc/>
    public static ImmutableArray<byte> Read(ref WireReader reader) => ScalarContent.Read<ImmutableArray<byte>, ImmutableBytesCodec>(ref reader);
}
