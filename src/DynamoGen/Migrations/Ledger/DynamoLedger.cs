using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Ledger;

/// <summary>The ledger in <see cref="MigrationTable"/>, beside the tables of the items.</summary>
/// <param name="client">The client; it may send requests again.</param>
/// <param name="tables">The tables' names.</param>
/// <param name="migration">The migration.</param>
/// <param name="timeProvider">Paces what is tried again.</param>
internal sealed class DynamoLedger(IAmazonDynamoDB client, MigrationTables tables, MigrationSchema migration, TimeProvider timeProvider) : ILedger
{
    private const int PageSize = 100;
    private const int MostAttempts = 10;

    public async ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(int shard, string? after, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = tables.Ledger,
            ConsistentRead = true,
            Limit = PageSize,
            KeyConditionExpression = after is null ? "pk = :shard" : "pk = :shard AND sk > :after",
            ExpressionAttributeValues = new() { [":shard"] = new AttributeValue(LedgerKey.Partition(migration.Name, shard)) },
        };
        if (after is not null)
        {
            request.ExpressionAttributeValues[":after"] = new AttributeValue(after);
        }

        var page = await client.QueryAsync(request, cancellationToken).ConfigureAwait(false);
        return [.. (page.Items ?? []).Select(item => Read(new LedgerKey(migration.Name, shard, item["sk"].S), item))];
    }

    public async ValueTask<LedgerEntry?> FindAsync(LedgerKey key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tables.Ledger, ConsistentRead = true, Key = KeyOf(key) };
        var answer = await client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Item is { Count: > 0 } item ? Read(key, item) : null;
    }

    public async ValueTask AddAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var item = KeyOf(entry.Id);
        item["mark"] = Number(entry.Mark);
        item["source"] = new AttributeValue { M = entry.Source };
        if (entry.Reason is not null)
        {
            item["reason"] = new AttributeValue(entry.Reason);
            item["failedAt"] = Now();
        }

        var request = new PutItemRequest { TableName = tables.Ledger, Item = item, ConditionExpression = "attribute_not_exists(pk)" };
        await IsAppliedAsync(client.PutItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public async ValueTask ExplainAsync(LedgerEntry entry, string reason, CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = tables.Ledger,
            Key = KeyOf(entry.Id),
            UpdateExpression = "SET reason = :reason, failedAt = if_not_exists(failedAt, :now)",
            ConditionExpression = "mark = :mark",
            ExpressionAttributeValues = new() { [":reason"] = new AttributeValue(reason), [":mark"] = Number(entry.Mark), [":now"] = Now() },
        };
        await IsAppliedAsync(client.UpdateItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public async ValueTask<Dictionary<string, AttributeValue>?> FindSourceAsync(
        Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tables.Source, ConsistentRead = true, Key = key };
        var answer = await client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return KnownItem.IsOf(migration.Source, migration.SourceEntity, migration.SourceBeginning, answer.Item) ? answer.Item : null;
    }

    public async ValueTask<bool> SettleAsync(LedgerEntry entry, Dictionary<string, AttributeValue>? target, CancellationToken cancellationToken)
    {
        List<TransactWriteItem> parts =
        [
            new()
            {
                Delete = new Delete
                {
                    TableName = tables.Ledger,
                    Key = KeyOf(entry.Id),
                    ConditionExpression = "mark = :mark",
                    ExpressionAttributeValues = new() { [":mark"] = Number(entry.Mark) },
                },
            },
        ];
        if (target is not null)
        {
            parts.Add(new() { Put = new Put { TableName = tables.Target, Item = target } });
        }
        else if (entry.Target is { } key)
        {
            parts.Add(new() { Delete = new Delete { TableName = tables.Target, Key = key } });
        }

        return await WriteAsync(new TransactWriteItemsRequest { TransactItems = parts }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes, and waits where other transactions are at work on the item.</summary>
    private async ValueTask<bool> WriteAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await client.TransactWriteItemsAsync(request, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (TransactionCanceledException cancelled) when (cancelled.CancellationReasons is [{ Code: "ConditionalCheckFailed" }, ..])
            {
                return false;
            }
            catch (TransactionCanceledException cancelled)
                when (attempt < MostAttempts && cancelled.CancellationReasons?.Exists(reason => reason.Code == "TransactionConflict") == true)
            {
                request.ClientRequestToken = null;
                await Task.Delay(ConflictPause.Of(attempt), timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static LedgerEntry Read(LedgerKey key, Dictionary<string, AttributeValue> item) => new(key, item["source"].M)
    {
        Target = item.GetValueOrDefault("target")?.M,
        Mark = long.Parse(item["mark"].N, CultureInfo.InvariantCulture),
        Reason = item.GetValueOrDefault("reason")?.S,
        FailedAt = item.GetValueOrDefault("failedAt")?.S is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null,
    };

    private static Dictionary<string, AttributeValue> KeyOf(LedgerKey key) => new()
    {
        [MigrationTable.PartitionKey] = new AttributeValue(key.PartitionKey),
        [MigrationTable.SortKey] = new AttributeValue(key.Item),
    };

    private AttributeValue Now() => new(timeProvider.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));

    private static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Waits for a write that may be refused because another one came before it.</summary>
    private static async ValueTask<bool> IsAppliedAsync(Task write)
    {
        try
        {
            await write.ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
