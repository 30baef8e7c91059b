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
    public bool HasExpired<TRequest>(IReadOnlyDictionary<string, AttributeValue>? item)
        where TRequest : struct, IWriteRequest =>
        TRequest.ReplacesExpired && FailedCondition.HasExpired(TRequest.Demands.TimeToLive, item, timeProvider.GetUtcNow());

    /// <summary>Deletes the item, unless its time of expiry has changed since it was read; then nothing is written.</summary>
    /// <typeparam name="TRequest">The parameters of the update that met it.</typeparam>
    /// <param name="pattern">The access pattern of the update.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="item">The item as it is stored.</param>
    /// <param name="cancellationToken">Ends the call; the item may then be deleted or not.</param>
    public async ValueTask DeleteAsync<TRequest>(
        AccessPattern pattern, TRequest request, IReadOnlyDictionary<string, AttributeValue> item, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest
    {
        var deletion = new AccessPattern($"{pattern.Name}.Expired", DynamoOperation.DeleteItem, pattern.Table);
        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(deletion, tableName);
        try
        {
            using var writer = sender.Begin(tableName);
            writer.Raw(",\"Key\":"u8);
            RequestValues.WriteKey(writer, request);
            writer.Raw(",\"ConditionExpression\":\"#0=:0\",\"ExpressionAttributeNames\":{\"#0\":\""u8);
            writer.Text(TRequest.Demands.TimeToLive!);
            writer.Raw("\"},\"ExpressionAttributeValues\":{\":0\":"u8);
            writer.AttributeValue(item[TRequest.Demands.TimeToLive!]);
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
