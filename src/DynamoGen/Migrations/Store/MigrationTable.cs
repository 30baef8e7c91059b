using DynamoGen.Schema;

namespace DynamoGen.Migrations.Store;

/// <summary>The table that migrations keep their state in: phases, the register of the fleet, segments and ledgers.</summary>
public static class MigrationTable
{
    internal const string PartitionKey = "pk";
    internal const string SortKey = "sk";

    /// <summary>
    /// The table, before any prefix. It must be in the account and region of the old items, since they are written in one transaction; and where the new
    /// items lie elsewhere, there is one beside them too.
    /// </summary>
    public static TableSchema Schema { get; } = new() { Name = "migrations", PartitionKey = PartitionKey, SortKey = SortKey };
}
