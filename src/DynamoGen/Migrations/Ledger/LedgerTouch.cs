using System.Security.Cryptography;
using DynamoGen.Migrations.Groups;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Ledger;

/// <summary>Names an item, or a group of them, in the ledger, with a new mark.</summary>
/// <param name="pattern">The access pattern that writes the item.</param>
/// <param name="tableName">The table of the ledger.</param>
/// <param name="key">The item's place in the ledger.</param>
/// <param name="mustExist">Whether the ledger must name it already.</param>
internal abstract class LedgerTouch(AccessPattern pattern, string tableName, LedgerKey key, bool mustExist) : LedgerAction(pattern, tableName, key)
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
        writer.Raw("\"}"u8);
        WriteNamed(writer);
        writer.Raw(mustExist ? "},\"ConditionExpression\":\"attribute_exists(pk)\"}}"u8 : "}}}"u8);
    }

    /// <summary>Writes the attributes that tell what is named, each behind a comma.</summary>
    private protected abstract void WriteNamed(WireWriter writer);
}

/// <summary>Names an item.</summary>
/// <param name="pattern">The access pattern that writes the item.</param>
/// <param name="tableName">The table of the ledger.</param>
/// <param name="key">The item's place in the ledger.</param>
/// <param name="source">The write of the item that is named.</param>
/// <param name="target">The write of the one that follows, of which the key is kept.</param>
/// <param name="mustExist">Whether the ledger must name it already.</param>
internal sealed class ItemTouch(AccessPattern pattern, string tableName, LedgerKey key, WriteAction source, WriteAction target, bool mustExist)
    : LedgerTouch(pattern, tableName, key, mustExist)
{
    private protected override void WriteNamed(WireWriter writer)
    {
        writer.Raw(",\"source\":{\"M\":"u8);
        source.WriteKey(writer);
        writer.Raw("},\"target\":{\"M\":"u8);
        target.WriteKey(writer);
        writer.Raw("}"u8);
    }
}

/// <summary>Names a group.</summary>
/// <param name="pattern">The access pattern that writes items of it.</param>
/// <param name="tableName">The table of the ledger.</param>
/// <param name="key">The group's place in the ledger.</param>
/// <param name="group">The group.</param>
internal sealed class GroupTouch(AccessPattern pattern, string tableName, LedgerKey key, ItemGroup group)
    : LedgerTouch(pattern, tableName, key, mustExist: false)
{
    private protected override void WriteNamed(WireWriter writer)
    {
        writer.Raw(",\"source\":{\"M\":"u8);
        writer.Raw(group.Key);
        writer.Raw("},\"condition\":{\"S\":\""u8);
        writer.Text(group.Condition);
        writer.Raw("\"}"u8);
    }
}
