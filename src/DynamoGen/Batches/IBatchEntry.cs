using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>What the entries of one kind of batch are made of.</summary>
/// <typeparam name="T">What the caller gives for each entry.</typeparam>
internal interface IBatchEntry<T>
{
    /// <summary>What becomes of each item.</summary>
    static abstract BatchEntryKind Kind { get; }

    /// <summary>Writes the item or key as a JSON object.</summary>
    static abstract void Write(WireWriter writer, T value);

    /// <summary>Writes the members that name the attributes to be read; nothing where the whole item is.</summary>
    /// <param name="writer">The request being written, behind another member.</param>
    static virtual void WriteProjection(WireWriter writer)
    {
    }
}

/// <summary>A put of a whole item.</summary>
internal readonly struct PutEntry<TEntity, TMarshaller> : IBatchEntry<TEntity>
    where TEntity : class
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    public static BatchEntryKind Kind => BatchEntryKind.Put;

    public static void Write(WireWriter writer, TEntity value) =>
        writer.Item<TEntity, TMarshaller>(value ?? throw new ItemValueException(TMarshaller.EntityName, null, "An entity of the sequence is null.", null));
}

/// <summary>A deletion by primary key.</summary>
internal readonly struct DeleteEntry<TRequest> : IBatchEntry<TRequest>
    where TRequest : struct, IKeyRequest
{
    public static BatchEntryKind Kind => BatchEntryKind.Delete;

    public static void Write(WireWriter writer, TRequest value) => RequestValues.WriteKey(writer, value);
}

/// <summary>A read by primary key.</summary>
internal readonly struct GetEntry<TRequest> : IBatchEntry<TRequest>
    where TRequest : struct, IKeyRequest
{
    public static BatchEntryKind Kind => BatchEntryKind.Get;

    public static void Write(WireWriter writer, TRequest value) => RequestValues.WriteKey(writer, value);

    public static void WriteProjection(WireWriter writer) => TRequest.WriteProjection(writer);
}
