using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Streams.Leases;

/// <summary>Leases in a DynamoDB table, one item for each handler and shard. All reads are strongly consistent.</summary>
/// <param name="client">The client; it may send requests again.</param>
/// <param name="tableName">The table.</param>
/// <param name="handler">The handler whose leases they are: each reads the stream at its own pace.</param>
internal sealed class DynamoLeaseStore(IAmazonDynamoDB client, string tableName, string handler) : ILeaseStore
{
    private const string Unowned = $"attribute_not_exists({LeaseItem.Owner}) AND {LeaseItem.Counter} = :seenCounter";
    private const string Owned = $"{LeaseItem.Owner} = :seenOwner AND {LeaseItem.Counter} = :seenCounter";

    public async ValueTask<IReadOnlyList<Lease>> ListAsync(string streamArn, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = tableName,
            ConsistentRead = true,
            KeyConditionExpression = $"{LeaseItem.StreamArn} = :stream",
            ExpressionAttributeValues = new() { [":stream"] = new AttributeValue { S = LeaseItem.Partition(handler, streamArn) } },
        };
        var leases = new List<Lease>();
        do
        {
            var page = await client.QueryAsync(request, cancellationToken).ConfigureAwait(false);
            leases.AddRange((page.Items ?? []).Select(LeaseItem.Read));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return leases;
    }

    public async ValueTask<Lease?> FindAsync(string streamArn, string shardId, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tableName, ConsistentRead = true, Key = LeaseItem.Key(handler, streamArn, shardId) };
        var answer = await client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Item is { Count: > 0 } item ? LeaseItem.Read(item) : null;
    }

    public async ValueTask<bool> CreateAsync(Lease lease, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = tableName,
            Item = LeaseItem.Write(handler, lease),
            ConditionExpression = $"attribute_not_exists({LeaseItem.ShardId})",
        };
        return await IsAppliedAsync(client.PutItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    /// <remarks>
    /// The client may have sent the write twice, and the second be refused because the first was applied: what stands there
    /// is compared by the caller, not the refusal.
    /// </remarks>
    public async ValueTask<Lease?> ReplaceAsync(Lease seen, Lease next, CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = tableName,
            Key = LeaseItem.Key(handler, seen.StreamArn, seen.ShardId),
            ConditionExpression = Condition(seen),
            ExpressionAttributeValues = SeenValues(seen),
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        var values = request.ExpressionAttributeValues;
        values[":counter"] = LeaseItem.Number(next.Counter);
        values[":checkpoint"] = new AttributeValue { S = next.Checkpoint.ToString() };
        values[":children"] = LeaseItem.List(next.Children);
        var set = $"SET {LeaseItem.Counter} = :counter, {LeaseItem.Checkpoint} = :checkpoint, {LeaseItem.Children} = :children";
        if (next.Owner is { } owner)
        {
            values[":owner"] = new AttributeValue { S = owner };
            set += $", {LeaseItem.Owner} = :owner";
        }

        // A request to hand over is for one owner; a heartbeat leaves it, and its answer shows it.
        var removed = (next.Owner, next.Owner == seen.Owner) switch
        {
            (null, _) => $" REMOVE {LeaseItem.Owner}, {LeaseItem.WantedBy}",
            (_, false) => $" REMOVE {LeaseItem.WantedBy}",
            _ => string.Empty,
        };
        request.UpdateExpression = set + removed;
        try
        {
            var answer = await client.UpdateItemAsync(request, cancellationToken).ConfigureAwait(false);
            return LeaseItem.Read(answer.Attributes);
        }
        catch (ConditionalCheckFailedException refusal)
        {
            return refusal.Item is { Count: > 0 } item ? LeaseItem.Read(item) : null;
        }
    }

    public async ValueTask<bool> RequestAsync(Lease seen, string worker, CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = tableName,
            Key = LeaseItem.Key(handler, seen.StreamArn, seen.ShardId),
            ConditionExpression = $"{Condition(seen)} AND attribute_not_exists({LeaseItem.WantedBy})",
            UpdateExpression = $"SET {LeaseItem.WantedBy} = :worker",
            ExpressionAttributeValues = SeenValues(seen),
        };
        request.ExpressionAttributeValues[":worker"] = new AttributeValue { S = worker };
        return await IsAppliedAsync(client.UpdateItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public async ValueTask<bool> DeleteAsync(Lease seen, CancellationToken cancellationToken)
    {
        var request = new DeleteItemRequest
        {
            TableName = tableName,
            Key = LeaseItem.Key(handler, seen.StreamArn, seen.ShardId),
            ConditionExpression = Condition(seen),
            ExpressionAttributeValues = SeenValues(seen),
        };
        return await IsAppliedAsync(client.DeleteItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private static string Condition(Lease seen) => seen.Owner is null ? Unowned : Owned;

    private static Dictionary<string, AttributeValue> SeenValues(Lease seen)
    {
        var values = new Dictionary<string, AttributeValue> { [":seenCounter"] = LeaseItem.Number(seen.Counter) };
        if (seen.Owner is not null)
        {
            values[":seenOwner"] = new AttributeValue { S = seen.Owner };
        }

        return values;
    }

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
