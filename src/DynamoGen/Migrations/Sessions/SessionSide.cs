using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Store;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Migrations.Sessions;

/// <summary>What writes of items go through that name them in a ledger, or both of them.</summary>
/// <param name="Transactions">Sends them.</param>
/// <param name="Name">Whose ledger it is.</param>
/// <param name="Items">The items.</param>
internal sealed record SessionSide(TransactionSender Transactions, string Name, MigratedItems Items)
{
    /// <summary>The ledger's table.</summary>
    public string LedgerTable => Items.LedgerTable;

    /// <summary>The place in the ledger of the item that is written.</summary>
    public LedgerKey KeyOf(WriteAction action)
    {
        using var writer = new WireWriter();
        action.WriteKey(writer);
        return LedgerKey.Of(Name, writer.Written.Span);
    }

    /// <summary>The place in the ledger of a group.</summary>
    public LedgerKey KeyOf(ItemGroup group) => LedgerKey.Of(Name, group.Key);
}
