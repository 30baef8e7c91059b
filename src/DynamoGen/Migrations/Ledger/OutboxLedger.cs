using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Ledger;

/// <summary>
/// A ledger whose items are followed by others that no transaction writes together with them: in another account or region, or where one of them stands for
/// several.
/// </summary>
/// <remarks>
/// Each delivery has a number, which is kept beside the items that follow, and is read before the named item is. It writes only if the number is still the
/// same. So of two deliveries of one item, the later one has read the item after the earlier one was written: nothing older ever comes after something newer,
/// however late a process is or how often it sends. A delivery of more items than a transaction takes is sent in several, each with a number of its own;
/// nobody reads the items that follow before the entry is gone.
/// </remarks>
/// <param name="name">Whose ledger it is: the migration's name, or that of its way back.</param>
/// <param name="lead">The items that it names.</param>
/// <param name="follower">The items that follow them.</param>
/// <param name="timeProvider">Paces what is tried again.</param>
internal sealed class OutboxLedger(string name, MigratedItems lead, MigratedItems follower, TimeProvider timeProvider)
    : DynamoLedger(name, lead, timeProvider)
{
    private const string Deliveries = "deliveries";

    /// <summary>As many as a transaction takes, but for the number of the delivery.</summary>
    private const int MostWrites = 99;

    /// <summary>The name of the ledger that old items follow by; one table may hold both.</summary>
    public static string WayBack(string migration) => migration + "#BACK";

    public override async ValueTask<long> CountDeliveriesAsync(LedgerKey key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = follower.LedgerTable, ConsistentRead = true, Key = PlaceOf(key) };
        var answer = await follower.Client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Item is { Count: > 0 } item ? long.Parse(item[Deliveries].N, CultureInfo.InvariantCulture) : 0;
    }

    public override async ValueTask<NamedItems> FindSourceAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var delivery = await CountDeliveriesAsync(entry.Id, cancellationToken).ConfigureAwait(false);
        return await base.FindSourceAsync(entry, cancellationToken).ConfigureAwait(false) with { Delivery = delivery };
    }

    public override async ValueTask<bool> SettleAsync(
        LedgerEntry entry,
        NamedItems source,
        IReadOnlyList<Dictionary<string, AttributeValue>> targets,
        Action throwIfExpired,
        CancellationToken cancellationToken)
    {
        var (delivery, writes) = (source.Delivery, await WritesOfAsync(follower, entry, targets, cancellationToken).ConfigureAwait(false));
        foreach (var part in writes.Chunk(MostWrites))
        {
            throwIfExpired();
            if (!await WriteAsync(follower.Client, [Numbered(entry, delivery++), .. part], cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        throwIfExpired();

        var request = new DeleteItemRequest
        {
            TableName = Lead.LedgerTable,
            Key = KeyOf(entry.Id),
            ConditionExpression = "mark = :mark",
            ExpressionAttributeValues = new() { [":mark"] = Number(entry.Mark) },
        };
        return await IsAppliedAsync(Lead.Client.DeleteItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private TransactWriteItem Numbered(LedgerEntry entry, long delivery) => new()
    {
        Update = new Update
        {
            TableName = follower.LedgerTable,
            Key = PlaceOf(entry.Id),
            UpdateExpression = $"SET {Deliveries} = :next",
            ConditionExpression = delivery == 0 ? $"attribute_not_exists({MigrationTable.PartitionKey})" : $"{Deliveries} = :read",
            ExpressionAttributeValues = delivery == 0
                ? new() { [":next"] = Number(1) }
                : new() { [":next"] = Number(delivery + 1), [":read"] = Number(delivery) },
        },
    };

    private static Dictionary<string, AttributeValue> PlaceOf(LedgerKey key) => new()
    {
        [MigrationTable.PartitionKey] = new AttributeValue($"{key.PartitionKey}#DELIVERIES"),
        [MigrationTable.SortKey] = new AttributeValue(key.Item),
    };
}
