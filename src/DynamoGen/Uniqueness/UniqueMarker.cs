using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Uniqueness;

/// <summary>The item that stands for one unique value: its key is made of the value, and it names the item whose value it is.</summary>
internal static class UniqueMarker
{
    /// <summary>The sort key of every marker, in tables that have one.</summary>
    public const string SortKey = "UNIQUE";

    /// <summary>The attribute that holds the primary key of the item whose value it is.</summary>
    public const string Owner = "_owner";

    /// <summary>What the markers of an entity carry as the name of theirs.</summary>
    public static string EntityName(string entity) => entity + "#unique";

    public static void WriteKey(WireWriter writer, TableSchema table, string partitionKey)
    {
        writer.Raw("{\""u8);
        WriteKeyMembers(writer, table, partitionKey);
        writer.Raw("}"u8);
    }

    /// <summary>Writes the whole item.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="table">The table.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="partitionKey">The marker's key.</param>
    /// <param name="owner">The primary key of the item whose value it is, as JSON.</param>
    /// <param name="expiry">The epoch second in which the claim ends, or null.</param>
    public static void WriteItem(WireWriter writer, TableSchema table, string entity, string partitionKey, ReadOnlySpan<byte> owner, long? expiry)
    {
        writer.Raw("{\""u8);
        WriteKeyMembers(writer, table, partitionKey);
        writer.Raw(",\""u8);
        writer.Text(table.TypeAttribute);
        writer.Raw("\":{\"S\":\""u8);
        writer.Text(EntityName(entity));
        writer.Raw("\"},\""u8);
        writer.Text(table.VersionAttribute);
        writer.Raw("\":{\"N\":\"1\"},\"_owner\":{\"M\":"u8);
        writer.Raw(owner);
        writer.Raw("}"u8);
        if (expiry is { } second && table.TimeToLive is { } attribute)
        {
            writer.Raw(",\""u8);
            writer.Text(attribute);
            writer.Raw("\":{\"N\":\""u8);
            writer.Number(second);
            writer.Raw("\"}"u8);
        }

        writer.Raw("}"u8);
    }

    private static void WriteKeyMembers(WireWriter writer, TableSchema table, string partitionKey)
    {
        writer.Text(table.PartitionKey);
        writer.Raw("\":{\"S\":\""u8);
        writer.Text(partitionKey);
        writer.Raw("\"}"u8);
        if (table.SortKey is not null)
        {
            writer.Raw(",\""u8);
            writer.Text(table.SortKey);
            writer.Raw("\":{\"S\":\"UNIQUE\"}"u8);
        }
    }
}
