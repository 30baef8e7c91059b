using DynamoGen.Batches;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Backfill;

/// <summary>The primary key of an item that is to be deleted.</summary>
/// <param name="Table">The item's table.</param>
/// <param name="Key">The key.</param>
internal readonly record struct StoredKey(TableSchema Table, ItemKey Key);

/// <summary>A deletion by a key that was read.</summary>
internal readonly struct StoredKeyDeletion : IBatchEntry<StoredKey>
{
    public static BatchEntryKind Kind => BatchEntryKind.Delete;

    public static void Write(WireWriter writer, StoredKey value) => writer.Key(value.Table, value.Key);
}
