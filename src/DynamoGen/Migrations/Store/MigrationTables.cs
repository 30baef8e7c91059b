namespace DynamoGen.Migrations.Store;

/// <summary>The names of a migration's tables in this environment.</summary>
/// <param name="Source">The table of the old items.</param>
/// <param name="Target">The table of the new items.</param>
/// <param name="Ledger">The table of states and ledgers.</param>
internal sealed record MigrationTables(string Source, string Target, string Ledger)
{
    public static MigrationTables Of(MigrationSchema migration, DynamoGenOptions options) =>
        new(options.TableName(migration.Source), options.TableName(migration.Target), options.TableName(MigrationTable.Schema));
}
