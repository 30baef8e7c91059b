using System.Security.Cryptography;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Ledger;

/// <summary>Names the item in the ledger, with a new mark.</summary>
/// <param name="pattern">The access pattern that writes the item.</param>
/// <param name="tableName">The table of the ledger.</param>
/// <param name="key">The item's place in the ledger.</param>
/// <param name="source">The write of the item that is named.</param>
/// <param name="target">The write of the one that follows, of which the key is kept.</param>
/// <param name="mustExist">Whether the ledger must name it already.</param>
internal sealed class LedgerTouch(AccessPattern pattern, string tableName, LedgerKey key, WriteAction source, WriteAction target, bool mustExist)
    : LedgerAction(pattern, tableName, key)
{
    private readonly long _mark = (uint)RandomNumberGenerator.GetInt32(int.MaxValue) | ((long)RandomNumberGenerator.GetInt32(int.MaxValue) << 31);

    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"Put\":{"u8);
        writer.Raw(",\"Item\":{\"pk\":{\"S\":\""u8);
        writer.Text(Key.PartitionKey);
        writer.Raw("\"},\"sk\":{\"S\":\""u8);
        writer.Text(Key.Item);
        writer.Raw("\"},\"mark\":{\"N\":\""u8);
        writer.Number(_mark);
        writer.Raw("\"},\"source\":{\"M\":"u8);
        source.WriteKey(writer);
        writer.Raw("},\"target\":{\"M\":"u8);
        target.WriteKey(writer);
        writer.Raw(mustExist ? "}},\"ConditionExpression\":\"attribute_exists(pk)\"}}"u8 : "}}}}"u8);
    }
}
