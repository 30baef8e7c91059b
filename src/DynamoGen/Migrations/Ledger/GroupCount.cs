using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Ledger;

/// <summary>
/// Counts how often a group was replaced as a whole, and lets the transaction through only if no other one was replaced since its items were read: else two
/// of them could leave some items of each.
/// </summary>
/// <param name="pattern">The access pattern that replaces the group.</param>
/// <param name="tableName">The table of the ledger.</param>
/// <param name="key">The group's place in the ledger.</param>
/// <param name="read">The count when the items were read.</param>
internal sealed class GroupCount(AccessPattern pattern, string tableName, LedgerKey key, long read) : LedgerAction(pattern, tableName, PlaceOf(key))
{
    /// <summary>The attribute that holds the count.</summary>
    public const string Attribute = "replaced";

    /// <summary>Where the count of a group stands.</summary>
    public static LedgerKey PlaceOf(LedgerKey key) => key with { Migration = key.Migration + "#GROUPS" };

    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"Update\":{"u8);
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        writer.Raw(",\"UpdateExpression\":\"SET replaced = :next\",\"ConditionExpression\":"u8);
        writer.Raw(read == 0 ? "\"attribute_not_exists(pk)\""u8 : "\"replaced = :read\""u8);
        writer.Raw(",\"ExpressionAttributeValues\":{\":next\":{\"N\":\""u8);
        writer.Number(read + 1);
        if (read > 0)
        {
            writer.Raw("\"},\":read\":{\"N\":\""u8);
            writer.Number(read);
        }

        writer.Raw("\"}}}}"u8);
    }
}
