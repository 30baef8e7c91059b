using Amazon.DynamoDBv2;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Store;

/// <summary>The old or the new items of a migration in this environment, and where a ledger of them lies.</summary>
/// <param name="Client">The client that reaches them; it may send requests again.</param>
/// <param name="Table">Their table.</param>
/// <param name="TableName">Its name.</param>
/// <param name="Entity">The name of the entity, as its items carry it.</param>
/// <param name="Beginning">What their keys begin with, where not each of them carries that name.</param>
/// <param name="LedgerTable">The name of the <see cref="MigrationTable"/> beside them.</param>
internal sealed record MigratedItems(
    IAmazonDynamoDB Client, TableSchema Table, string TableName, string Entity, KeyBeginning? Beginning, string LedgerTable)
{
    public static MigratedItems SourceOf(MigrationSchema migration, IAmazonDynamoDB client, DynamoGenOptions names) => new(
        client,
        migration.Source,
        names.TableName(migration.Source),
        migration.SourceEntity,
        migration.SourceBeginning,
        names.TableName(MigrationTable.Schema));

    public static MigratedItems TargetOf(MigrationSchema migration, IAmazonDynamoDB client, DynamoGenOptions names) => new(
        client,
        migration.Target,
        names.TableName(migration.Target),
        migration.TargetEntity,
        migration.TargetBeginning,
        names.TableName(MigrationTable.Schema));
}
