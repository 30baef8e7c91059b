using DynamoGen.Batches;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Backfill;

/// <summary>A put of an item that is written already.</summary>
internal readonly struct WrittenItem : IBatchEntry<byte[]>
{
    public static int Most => 25;

    public static bool Collapses => false;

    public static ReadOnlySpan<byte> Beginning => "{\"PutRequest\":{\"Item\":"u8;

    public static ReadOnlySpan<byte> End => "}}"u8;

    public static void Write(WireWriter writer, byte[] value) => writer.Raw(value);
}
