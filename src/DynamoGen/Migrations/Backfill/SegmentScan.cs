using System.Text;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads pages of the items of one entity by a Scan in segments, at the pace of the reads.</summary>
/// <param name="calls">What requests go through.</param>
/// <param name="pageItems">How many items of the table are read at once.</param>
internal sealed class SegmentScan(BackfillCalls calls, int pageItems)
{
    /// <returns>The key behind which the next page begins, as JSON; null where this was the last.</returns>
    public async ValueTask<string?> ReadAsync<TReader>(
        AccessPattern pattern,
        string entity,
        KeyBeginning? beginning,
        TReader reader,
        int segment,
        int segments,
        string? position,
        CancellationToken cancellationToken)
        where TReader : IPageReader
    {
        await calls.Reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        var table = calls.Sender.TableName(pattern.Table);
        using var call = calls.Sender.Start(pattern, table);
        using var writer = calls.Sender.Begin(table);
        EntityFilter.Write(writer, pattern.Table, entity, beginning);
        writer.Raw(",\"ConsistentRead\":true,\"Limit\":"u8);
        writer.Number(pageItems);
        writer.Raw(",\"Segment\":"u8);
        writer.Number(segment);
        writer.Raw(",\"TotalSegments\":"u8);
        writer.Number(segments);
        if (position is not null)
        {
            writer.Raw(",\"ExclusiveStartKey\":"u8);
            writer.Raw(Encoding.UTF8.GetBytes(position));
        }

        writer.Raw("}"u8);
        try
        {
            using var response = await calls.Sender.SendAsync(call, pattern, table, writer, int.MaxValue, cancellationToken).ConfigureAwait(false);
            var page = QueryPage.Read(response.Body.Span, ref reader);
            call.Received(response, page);
            calls.Reading.Charge(page.Capacity.Units);
            return page.LastEvaluatedKey is { } last ? Encoding.UTF8.GetString(last) : null;
        }
        catch (Exception exception)
        {
            if (exception is ThrottledException)
            {
                calls.Reading.Throttled();
            }

            call.Failed(exception);
            throw;
        }
    }
}
