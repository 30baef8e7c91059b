using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>What the entries of one kind of batch are made of.</summary>
/// <typeparam name="T">What the caller gives for each entry.</typeparam>
internal interface IBatchEntry<T>
{
    /// <summary>The most entries of one request.</summary>
    static abstract int Most { get; }

    /// <summary>Whether one entry serves for all with the same key in the whole call. If not, each waits for the one before it.</summary>
    static abstract bool Collapses { get; }

    /// <summary>What stands before an entry's item or key.</summary>
    static abstract ReadOnlySpan<byte> Beginning { get; }

    /// <summary>What stands behind it.</summary>
    static abstract ReadOnlySpan<byte> End { get; }

    /// <summary>Writes the item or key as a JSON object.</summary>
    static abstract void Write(WireWriter writer, T value);
}

/// <summary>A put of a whole item.</summary>
internal readonly struct PutEntry<TEntity, TMarshaller> : IBatchEntry<TEntity>
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public static int Most => 25;

    public static bool Collapses => false;

    public static ReadOnlySpan<byte> Beginning => "{\"PutRequest\":{\"Item\":"u8;

    public static ReadOnlySpan<byte> End => "}}"u8;

    public static void Write(WireWriter writer, TEntity value) =>
        writer.Item<TEntity, TMarshaller>(value ?? throw new ItemValueException(TMarshaller.EntityName, null, "An entity of the sequence is null.", null));
}

/// <summary>A deletion by primary key.</summary>
internal readonly struct DeleteEntry<TRequest> : IBatchEntry<TRequest>
    where TRequest : struct, IKeyRequest
{
    public static int Most => 25;

    public static bool Collapses => false;

    public static ReadOnlySpan<byte> Beginning => "{\"DeleteRequest\":{\"Key\":"u8;

    public static ReadOnlySpan<byte> End => "}}"u8;

    public static void Write(WireWriter writer, TRequest value) => RequestValues.WriteKey(writer, value);
}

/// <summary>A read by primary key.</summary>
internal readonly struct GetEntry<TRequest> : IBatchEntry<TRequest>
    where TRequest : struct, IKeyRequest
{
    public static int Most => 100;

    public static bool Collapses => true;

    public static ReadOnlySpan<byte> Beginning => default;

    public static ReadOnlySpan<byte> End => default;

    public static void Write(WireWriter writer, TRequest value) => RequestValues.WriteKey(writer, value);
}
