using System.Runtime.CompilerServices;
using DynamoGen.Requests;
using DynamoGen.Responses;

namespace DynamoGen.Calls;

/// <summary>Sends the requests of a Query, one for each page.</summary>
internal sealed class QueryRequests(RequestSender sender)
{
    /// <summary>Reads one page.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<(byte[]? LastEvaluatedKey, TReader Reader)> ReadPageAsync<TRequest, TReader>(
        QueryCall<TRequest> query,
        int limit,
        byte[]? startKey,
        TReader reader,
        CancellationToken cancellationToken,
        int shard = -1)
        where TRequest : struct, IQueryRequest
        where TReader : struct, IPageReader
    {
        try
        {
            var tableName = sender.TableName(query.Pattern.Table);
            using var writer = RequestEnvelope.Begin(tableName);
            QueryMembers.Write(writer, query.Pattern, query.Options, limit, startKey);
            RequestValues.WriteKeyCondition(writer, query.Request, shard);
            writer.Raw("}"u8);
            using var response = await sender.SendAsync(query.Call, query.Pattern, tableName, writer, cancellationToken).ConfigureAwait(false);
            var page = QueryPage.Read(response.Body.Span, ref reader);
            query.Call.Received(page.Items, page.CapacityUnits);
            return (page.LastEvaluatedKey, reader);
        }
        catch (Exception exception)
        {
            query.Call.Failed(exception);
            throw;
        }
    }
}
