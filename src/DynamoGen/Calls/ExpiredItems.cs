using Amazon.DynamoDBv2.Model;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>
/// Deletes an item that has expired before DynamoDB does, so that an update makes it anew rather than going on from what it has. DynamoDB deletes expired items
/// within a few days; until then they count as absent.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html">how time to live works</see>.</remarks>
internal sealed class ExpiredItems(RequestSender sender, TimeProvider timeProvider)
{
    /// <summary>Whether the stored item for which a condition failed has expired, and is to be made anew.</summary>
    public bool HasExpired(string? timeToLive, IReadOnlyDictionary<string, AttributeValue>? item) =>
        FailedCondition.HasExpired(timeToLive, item, timeProvider.GetUtcNow());

    /// <summary>Deletes the item, unless its time of expiry has changed since it was read; then nothing is written.</summary>
    /// <param name="pattern">The access pattern of the update that met it.</param>
    /// <param name="key">The item's primary key as JSON.</param>
    /// <param name="timeToLive">The attribute of its time of expiry.</param>
    /// <param name="item">The item as it is stored.</param>
    /// <param name="cancellationToken">Ends the call; the item may then be deleted or not.</param>
    public async ValueTask DeleteAsync(
        AccessPattern pattern, byte[] key, string timeToLive, IReadOnlyDictionary<string, AttributeValue> item, CancellationToken cancellationToken)
    {
        var deletion = new AccessPattern($"{pattern.Name}.Expired", DynamoOperation.DeleteItem, pattern.Table);
        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(deletion, tableName);
        try
        {
            using var writer = sender.Begin(tableName);
            writer.Raw(",\"Key\":"u8);
            writer.Raw(key);
            writer.Raw(",\"ConditionExpression\":\"#0=:0\",\"ExpressionAttributeNames\":{\"#0\":\""u8);
            writer.Text(timeToLive);
            writer.Raw("\"},\"ExpressionAttributeValues\":{\":0\":"u8);
            writer.AttributeValue(item[timeToLive]);
            writer.Raw("}}"u8);
            using var response = await sender.SendAsync(call, deletion, tableName, writer, items: 0, cancellationToken, mapsConditionFailure: false)
                .ConfigureAwait(false);
            call.Received(response, 0, SingleItemResponse.ReadCapacity(response.Body.Span));
        }
        catch (ConditionalCheckFailedException changed)
        {
            call.Failed(changed);
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            LostAnswer.Tell(deletion, exception);
            throw;
        }
    }
}
