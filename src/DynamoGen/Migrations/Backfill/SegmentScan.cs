using System.Text;
using DynamoGen.Calls;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads pages of the items of one entity by a Scan in segments, at the pace of the reads.</summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="reading">The pace of the reads.</param>
/// <param name="pageItems">How many items of the table are read at once.</param>
internal sealed class SegmentScan(RequestSender sender, CapacityPace reading, int pageItems)
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
        await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        var table = sender.TableName(pattern.Table);
        using var call = sender.Start(pattern, table);
        using var writer = sender.Begin(table);
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
            using var response = await sender.SendAsync(call, pattern, table, writer, int.MaxValue, cancellationToken).ConfigureAwait(false);
            var page = QueryPage.Read(response.Body.Span, ref reader);
            call.Received(response, page);
            reading.Charge(page.Capacity.Units);
            return page.LastEvaluatedKey is { } last ? Encoding.UTF8.GetString(last) : null;
        }
        catch (Exception exception)
        {
            if (exception is ThrottledException)
            {
                reading.Throttled();
            }

            call.Failed(exception);
            throw;
        }
    }
}
