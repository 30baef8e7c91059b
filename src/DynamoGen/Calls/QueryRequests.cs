using System.Runtime.CompilerServices;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>Sends the requests of a Query, one for each page.</summary>
internal sealed class QueryRequests(RequestSender sender)
{
    /// <summary>Reads the page at the trail's position, and moves the trail behind it.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TReader> ReadPageAsync<TRequest, TReader>(
        QueryCall<TRequest> query,
        int limit,
        PageTrail trail,
        TReader reader,
        CancellationToken cancellationToken,
        int shard = -1)
        where TRequest : struct, IQueryRequest
        where TReader : struct, IPageReader
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TRequest.HasLists && query.Request.FindsNothing)
            {
                trail.GoTo(null);
                return reader;
            }

            var tableName = sender.TableName(query.Pattern.Table);
            using var writer = sender.Begin(tableName);
            QueryMembers.Write(writer, query.Pattern, query.Options, limit, trail.NextKey);
            var start = writer.Written.Length;
            RequestValues.WriteKeyCondition(writer, query.Request, shard);
            if (TRequest.HasRange && KeyRange.IsEmpty(writer.Written.Span[start..]))
            {
                trail.GoTo(null);
                return reader;
            }

            writer.Raw("}"u8);
            using var response = await sender.SendAsync(query.Call, query.Pattern, tableName, writer, limit, cancellationToken).ConfigureAwait(false);
            var page = QueryPage.Read(response.Body.Span, ref reader);
            query.Call.Received(response, page);
            trail.GoTo(page.LastEvaluatedKey);
            return reader;
        }
        catch (Exception exception)
        {
            query.Call.Failed(exception);
            throw;
        }
    }
}
