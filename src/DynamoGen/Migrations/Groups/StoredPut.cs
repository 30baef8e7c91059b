using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Groups;

/// <summary>A put of an item of a group, as it is stored, whatever stands there.</summary>
/// <param name="pattern">The access pattern that replaces the group.</param>
/// <param name="table">The items' table.</param>
/// <param name="tableName">Its name.</param>
/// <param name="item">The item, as JSON.</param>
internal sealed class StoredPut(AccessPattern pattern, TableSchema table, string tableName, byte[] item) : WriteAction(pattern, tableName)
{
    internal override void WriteKey(WireWriter writer) => writer.Key(table, new ItemKeyReader(table).Read(item));

    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"Put\":{"u8);
        writer.Raw(",\"Item\":"u8);
        writer.Raw(item);
        writer.Raw("}}"u8);
    }
}
