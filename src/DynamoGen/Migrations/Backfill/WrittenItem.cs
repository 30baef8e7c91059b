using DynamoGen.Batches;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Backfill;

/// <summary>A put of an item that is written already.</summary>
internal readonly struct WrittenItem : IBatchEntry<byte[]>
{
    public static BatchEntryKind Kind => BatchEntryKind.Put;

    public static void Write(WireWriter writer, byte[] value) => writer.Raw(value);
}
