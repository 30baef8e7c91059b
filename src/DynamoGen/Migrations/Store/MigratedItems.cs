using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Groups;
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
    /// <summary>Whether several of them stand for one item of the other side.</summary>
    public bool AreMany { get; init; }

    public static MigratedItems SourceOf(MigrationSchema migration, IAmazonDynamoDB client, DynamoGenOptions names) => new(
        client,
        migration.Source,
        names.TableName(migration.Source),
        migration.SourceEntity,
        migration.SourceBeginning,
        names.TableName(MigrationTable.Schema))
    {
        AreMany = migration.Cardinality == MigrationCardinality.ManyToOne,
    };

    public static MigratedItems TargetOf(MigrationSchema migration, IAmazonDynamoDB client, DynamoGenOptions names) => new(
        client,
        migration.Target,
        names.TableName(migration.Target),
        migration.TargetEntity,
        migration.TargetBeginning,
        names.TableName(MigrationTable.Schema))
    {
        AreMany = migration.Cardinality == MigrationCardinality.OneToMany,
    };

    /// <summary>Reads the newest state of an item.</summary>
    /// <returns>The item; null where there is none of the entity.</returns>
    public async ValueTask<Dictionary<string, AttributeValue>?> FindAsync(Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = TableName, ConsistentRead = true, Key = key };
        var answer = await Client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return KnownItem.IsOf(Table, Entity, Beginning, answer.Item) ? answer.Item : null;
    }

    /// <summary>Reads the newest state of the items of a group, in the order of their keys.</summary>
    public async ValueTask<GroupItems> QueryAsync(string condition, CancellationToken cancellationToken)
    {
        var request = GroupQuery.Of(TableName, condition);
        var items = new List<Dictionary<string, AttributeValue>>();
        var units = 0.0;
        do
        {
            var page = await Client.QueryAsync(request, cancellationToken).ConfigureAwait(false);
            items.AddRange((page.Items ?? []).Where(item => KnownItem.IsOf(Table, Entity, Beginning, item)));
            units += page.ConsumedCapacity?.CapacityUnits ?? 0;
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return new GroupItems(items, units);
    }
}
