using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Ledger;

/// <summary>The ledger's part in the transaction that writes an item.</summary>
/// <param name="pattern">The access pattern that writes the item.</param>
/// <param name="tableName">The table of the ledger.</param>
/// <param name="key">The item's place in the ledger.</param>
internal abstract class LedgerAction(AccessPattern pattern, string tableName, LedgerKey key) : WriteAction(pattern, tableName)
{
    public LedgerKey Key { get; } = key;

    internal override void WriteKey(WireWriter writer)
    {
        writer.Raw("{\"pk\":{\"S\":\""u8);
        writer.Text(Key.PartitionKey);
        writer.Raw("\"},\"sk\":{\"S\":\""u8);
        writer.Text(Key.Item);
        writer.Raw("\"}}"u8);
    }
}
