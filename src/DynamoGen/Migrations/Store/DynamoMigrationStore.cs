using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Store;

/// <summary>Keeps states and the fleet's register in <see cref="MigrationTable"/>.</summary>
/// <param name="client">The client; it may send requests again.</param>
/// <param name="tableName">The table.</param>
internal sealed class DynamoMigrationStore(IAmazonDynamoDB client, string tableName) : IMigrationStore
{
    private const string StateKey = "STATE";
    private const string Number = "version";

    public async ValueTask<MigrationState?> FindStateAsync(string migration, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tableName, ConsistentRead = true, Key = Key(migration, StateKey) };
        var answer = await client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Item is { Count: > 0 } item ? ReadState(migration, item) : null;
    }

    public ValueTask<bool> ReplaceStateAsync(MigrationState next, CancellationToken cancellationToken)
    {
        var item = Key(next.Migration, StateKey);
        item["phase"] = new AttributeValue(next.Phase.ToString());
        item[Number] = Value(next.Version);
        item["paused"] = new AttributeValue { BOOL = next.WritesPaused };
        item["outbox"] = new AttributeValue { BOOL = next.HasOutbox };
        item["apart"] = new AttributeValue { BOOL = next.LieApart };
        item["attempt"] = Value(next.Attempt);
        item["since"] = new AttributeValue(next.Since.ToString("O", CultureInfo.InvariantCulture));
        return ReplaceAsync(item, next.Version, stored => ReadState(next.Migration, stored) == next, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<MigrationInstance>> ListInstancesAsync(string migration, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = tableName,
            ConsistentRead = true,
            KeyConditionExpression = $"{MigrationTable.PartitionKey} = :fleet",
            ExpressionAttributeValues = new() { [":fleet"] = new AttributeValue(FleetOf(migration)) },
        };
        var instances = new List<MigrationInstance>();
        do
        {
            var page = await client.QueryAsync(request, cancellationToken).ConfigureAwait(false);
            instances.AddRange((page.Items ?? []).Select(item => ReadInstance(migration, item)));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return instances;
    }

    public ValueTask<bool> ReplaceInstanceAsync(MigrationInstance next, CancellationToken cancellationToken)
    {
        var item = Key(FleetOf(next.Migration), next.Id);
        item[Number] = Value(next.Counter);
        item["acknowledged"] = Value(next.Acknowledged);
        return ReplaceAsync(item, next.Counter, stored => ReadInstance(next.Migration, stored) == next, cancellationToken);
    }

    public async ValueTask<bool> RemoveInstanceAsync(MigrationInstance seen, CancellationToken cancellationToken)
    {
        var request = new DeleteItemRequest
        {
            TableName = tableName,
            Key = Key(FleetOf(seen.Migration), seen.Id),
            ConditionExpression = $"{Number} = :seen OR attribute_not_exists({Number})",
            ExpressionAttributeValues = new() { [":seen"] = Value(seen.Counter) },
        };
        try
        {
            await client.DeleteItemAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>Writes an item in the place of the one whose number is one less; number 1, in the place of none.</summary>
    /// <remarks>The client may have sent the write twice, and the second be refused because the first was applied: what stands there tells.</remarks>
    private async ValueTask<bool> ReplaceAsync(
        Dictionary<string, AttributeValue> item, long number, Func<Dictionary<string, AttributeValue>, bool> isNext, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = tableName,
            Item = item,
            ConditionExpression = number == 1 ? $"attribute_not_exists({MigrationTable.PartitionKey})" : $"{Number} = :before",
            ExpressionAttributeValues = number == 1 ? null : new() { [":before"] = Value(number - 1) },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await client.PutItemAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException refusal)
        {
            return refusal.Item is { Count: > 0 } stored && isNext(stored);
        }
    }

    private static MigrationState ReadState(string migration, Dictionary<string, AttributeValue> item) => new(migration)
    {
        Phase = Enum.TryParse<MigrationPhase>(item["phase"].S, out var phase)
            ? phase
            : throw new ItemFormatException(null, "phase", "a phase of this build", "another one"),
        Version = ReadNumber(item, Number),
        WritesPaused = item["paused"].BOOL == true,
        HasOutbox = item.TryGetValue("outbox", out var outbox) && outbox.BOOL == true,
        LieApart = item.TryGetValue("apart", out var apart) && apart.BOOL == true,
        Attempt = (int)ReadNumber(item, "attempt"),
        Since = DateTimeOffset.Parse(item["since"].S, CultureInfo.InvariantCulture),
    };

    private static MigrationInstance ReadInstance(string migration, Dictionary<string, AttributeValue> item) => new(migration, item[MigrationTable.SortKey].S)
    {
        Counter = ReadNumber(item, Number),
        Acknowledged = ReadNumber(item, "acknowledged"),
    };

    private static string FleetOf(string migration) => $"{migration}#FLEET";

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) => new()
    {
        [MigrationTable.PartitionKey] = new AttributeValue(partition),
        [MigrationTable.SortKey] = new AttributeValue(sort),
    };

    private static AttributeValue Value(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private static long ReadNumber(Dictionary<string, AttributeValue> item, string name) => long.Parse(item[name].N, CultureInfo.InvariantCulture);
}
