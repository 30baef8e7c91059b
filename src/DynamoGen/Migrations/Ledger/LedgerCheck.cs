using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Ledger;

/// <summary>Lets the transaction through only if the ledger does not name the item.</summary>
/// <param name="pattern">The access pattern that writes the item.</param>
/// <param name="tableName">The table of the ledger.</param>
/// <param name="key">The item's place in the ledger.</param>
internal sealed class LedgerCheck(AccessPattern pattern, string tableName, LedgerKey key) : LedgerAction(pattern, tableName, key)
{
    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"ConditionCheck\":{"u8);
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        writer.Raw(",\"ConditionExpression\":\"attribute_not_exists(pk)\"}}"u8);
    }
}
