using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Marks;

/// <summary>The update that gives an item its marks, if it is there and has none. An item without a version is read as one of version 1.</summary>
internal readonly struct StampRequest(byte[] key, TableSchema table, string entity) : IWriteRequest
{
    public void WriteKey(WireWriter writer) => writer.Raw(key);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        writer.Raw(",\"UpdateExpression\":\"SET #t = :t, #v = if_not_exists(#v, :v)\""u8);
        writer.Raw(",\"ConditionExpression\":\"attribute_exists(#p) AND attribute_not_exists(#t)\""u8);
        writer.Raw(",\"ExpressionAttributeNames\":{\"#p\":\""u8);
        writer.Text(table.PartitionKey);
        writer.Raw("\",\"#t\":\""u8);
        writer.Text(table.TypeAttribute);
        writer.Raw("\",\"#v\":\""u8);
        writer.Text(table.VersionAttribute);
        writer.Raw("\"},\"ExpressionAttributeValues\":{\":v\":{\"N\":\"1\"},\":t\":{\"S\":\""u8);
        writer.Text(entity);
        writer.Raw("\"}}"u8);
    }
}
