using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Ledger;

/// <summary>The ledger in <see cref="MigrationTable"/>, beside the table of the items that it names.</summary>
/// <param name="name">Whose ledger it is: the migration's name, or that of its way back.</param>
/// <param name="lead">The items that it names.</param>
/// <param name="timeProvider">Paces what is tried again.</param>
internal abstract class DynamoLedger(string name, MigratedItems lead, TimeProvider timeProvider) : ILedger
{
    private const int PageSize = 100;
    private const int MostAttempts = 10;

    /// <summary>The items that it names.</summary>
    protected MigratedItems Lead { get; } = lead;

    public async ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(int shard, string? after, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = Lead.LedgerTable,
            ConsistentRead = true,
            Limit = PageSize,
            KeyConditionExpression = after is null ? "pk = :shard" : "pk = :shard AND sk > :after",
            ExpressionAttributeValues = new() { [":shard"] = new AttributeValue(LedgerKey.Partition(name, shard)) },
        };
        if (after is not null)
        {
            request.ExpressionAttributeValues[":after"] = new AttributeValue(after);
        }

        var page = await Lead.Client.QueryAsync(request, cancellationToken).ConfigureAwait(false);
        return [.. (page.Items ?? []).Select(item => Read(new LedgerKey(name, shard, item["sk"].S), item))];
    }

    public async ValueTask<LedgerEntry?> FindAsync(LedgerKey key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = Lead.LedgerTable, ConsistentRead = true, Key = KeyOf(key) };
        var answer = await Lead.Client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Item is { Count: > 0 } item ? Read(key, item) : null;
    }

    public async ValueTask AddAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var item = KeyOf(entry.Id);
        item["mark"] = Number(entry.Mark);
        item["source"] = new AttributeValue { M = entry.Source };
        if (entry.Condition is not null)
        {
            item["condition"] = new AttributeValue(entry.Condition);
        }

        if (entry.Reason is not null)
        {
            item["reason"] = new AttributeValue(entry.Reason);
            item["failedAt"] = Now();
        }

        var request = new PutItemRequest { TableName = Lead.LedgerTable, Item = item, ConditionExpression = "attribute_not_exists(pk)" };
        await IsAppliedAsync(Lead.Client.PutItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public async ValueTask ExplainAsync(LedgerEntry entry, string reason, CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = Lead.LedgerTable,
            Key = KeyOf(entry.Id),
            UpdateExpression = "SET reason = :reason, failedAt = if_not_exists(failedAt, :now)",
            ConditionExpression = "mark = :mark",
            ExpressionAttributeValues = new() { [":reason"] = new AttributeValue(reason), [":mark"] = Number(entry.Mark), [":now"] = Now() },
        };
        await IsAppliedAsync(Lead.Client.UpdateItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public abstract ValueTask<long> CountDeliveriesAsync(LedgerKey key, CancellationToken cancellationToken);

    public virtual async ValueTask<NamedItems> FindSourceAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (Lead.AreMany && entry.Condition is { } condition)
        {
            return new NamedItems((await Lead.QueryAsync(condition, cancellationToken).ConfigureAwait(false)).Items);
        }

        return new NamedItems(await Lead.FindAsync(entry.Source, cancellationToken).ConfigureAwait(false) is { } item ? [item] : []);
    }

    public abstract ValueTask<bool> SettleAsync(
        LedgerEntry entry,
        NamedItems source,
        IReadOnlyList<Dictionary<string, AttributeValue>> targets,
        Action throwIfExpired,
        CancellationToken cancellationToken);

    /// <summary>The writes of what follows: puts of the items that are to be there, and deletions of those that stand there beside them.</summary>
    protected static async ValueTask<List<TransactWriteItem>> WritesOfAsync(
        MigratedItems follower, LedgerEntry entry, IReadOnlyList<Dictionary<string, AttributeValue>> targets, CancellationToken cancellationToken)
    {
        var (table, kept) = (follower.Table, targets.Select(follower.Table.KeyTextOf).ToHashSet());
        var stored = await StoredKeysAsync(follower, entry, kept.Count, cancellationToken).ConfigureAwait(false);
        return
        [
            .. targets.Select(item => new TransactWriteItem { Put = new Put { TableName = follower.TableName, Item = item } }),
            .. stored.Where(key => !kept.Contains(table.KeyTextOf(key)))
                .Select(key => new TransactWriteItem { Delete = new Delete { TableName = follower.TableName, Key = key } }),
        ];
    }

    /// <summary>The keys of what may stand there of an entry. An item whose key nobody knew was never written.</summary>
    private static async ValueTask<IEnumerable<Dictionary<string, AttributeValue>>> StoredKeysAsync(
        MigratedItems follower, LedgerEntry entry, int targets, CancellationToken cancellationToken)
    {
        if (follower.AreMany && entry.Condition is { } condition)
        {
            return (await follower.QueryAsync(condition, cancellationToken).ConfigureAwait(false)).Items.Select(follower.Table.KeyOf);
        }

        var key = entry.Condition is null ? entry.Target : entry.Source;
        return key is null || targets > 0 ? [] : [key];
    }

    /// <summary>Writes, and waits where other transactions are at work on an item.</summary>
    /// <returns>False where the condition of the first part does not hold.</returns>
    protected async ValueTask<bool> WriteAsync(IAmazonDynamoDB client, List<TransactWriteItem> parts, CancellationToken cancellationToken)
    {
        var request = new TransactWriteItemsRequest { TransactItems = parts };
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
        Condition = item.GetValueOrDefault("condition")?.S,
        Mark = long.Parse(item["mark"].N, CultureInfo.InvariantCulture),
        Reason = item.GetValueOrDefault("reason")?.S,
        FailedAt = item.GetValueOrDefault("failedAt")?.S is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null,
    };

    protected static Dictionary<string, AttributeValue> KeyOf(LedgerKey key) => new()
    {
        [MigrationTable.PartitionKey] = new AttributeValue(key.PartitionKey),
        [MigrationTable.SortKey] = new AttributeValue(key.Item),
    };

    private AttributeValue Now() => new(timeProvider.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));

    protected static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Waits for a write that may be refused because another one came before it.</summary>
    protected static async ValueTask<bool> IsAppliedAsync(Task write)
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
