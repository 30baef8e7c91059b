using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Groups;

/// <summary>A deletion of an item that is no part of its group any more.</summary>
/// <param name="pattern">The access pattern that replaces the group.</param>
/// <param name="table">The items' table.</param>
/// <param name="tableName">Its name.</param>
/// <param name="item">The item.</param>
internal sealed class StoredDelete(AccessPattern pattern, TableSchema table, string tableName, Dictionary<string, AttributeValue> item)
    : WriteAction(pattern, tableName)
{
    internal override void WriteKey(WireWriter writer) => writer.Attributes(table.KeyOf(item), Pattern.Name);

    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"Delete\":{"u8);
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        writer.Raw("}}"u8);
    }
}
