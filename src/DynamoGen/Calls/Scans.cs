using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>Reads whole tables.</summary>
internal sealed class Scans(RequestSender sender)
{
    private const int MostSegments = 1_000_000;

    /// <summary>
    /// Reads every item of the table, of which those of one entity are yielded: an access pattern that its declaration allows by name. Segments are
    /// read at the same time, and no further ahead than a page each; the items come in no order.
    /// </summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TItemReader">Reads its items.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="segments">How many parts of the table are read at the same time, from 1.</param>
    /// <param name="consistentRead">Strongly consistent, at twice the capacity.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The segments are less than 1 or more than 1,000,000.</exception>
    /// <exception cref="DynamoGenException">An item cannot be read.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled a request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused a request for another reason.</exception>
    /// <remarks>
    /// The whole table is read and paid for, whatever is yielded. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html">scanning tables</see>.
    /// </remarks>
    public async IAsyncEnumerable<TEntity> ScanAsync<TEntity, TItemReader>(
        AccessPattern pattern,
        int segments,
        bool consistentRead,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, MostSegments);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pages = Channel.CreateBounded<List<TEntity>>(new BoundedChannelOptions(1) { SingleReader = true });
        var scan = new ScanCall(call, pattern, segments, consistentRead, cancellationToken);
        var reading = ReadSegmentsAsync<TEntity, TItemReader>(scan, pages.Writer, ended.Token);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (var item in page)
                {
                    call.ThrowIfCancelled(cancellationToken);
                    yield return item;
                }
            }
        }
        finally
        {
            // Whoever stops early stops the segments too, and waits for them, for they use the call.
            await ended.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    /// <summary>Reads all segments; the first error ends the others, and reaches the reader of the pages.</summary>
    private async Task ReadSegmentsAsync<TEntity, TItemReader>(ScanCall scan, ChannelWriter<List<TEntity>> pages, CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, scan.Segments),
                new ParallelOptions { MaxDegreeOfParallelism = scan.Segments, CancellationToken = failed.Token },
                async (segment, token) => await ReadSegmentAsync<TEntity, TItemReader>(scan, segment, pages, token).ConfigureAwait(false))
                .ConfigureAwait(false);
            pages.Complete();
        }
        catch (Exception exception)
        {
            // That the caller wants no more is no failure.
            if (exception is not OperationCanceledException || scan.Caller.IsCancellationRequested)
            {
                scan.Call.Failed(exception);
            }

            pages.Complete(exception);
        }
    }

    private async ValueTask ReadSegmentAsync<TEntity, TItemReader>(
        ScanCall scan, int segment, ChannelWriter<List<TEntity>> pages, CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
    {
        var trail = new PageTrail(scan.Pattern.Table);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var items = new List<TEntity>();
            using var writer = sender.Begin(sender.TableName(scan.Pattern.Table));
            WriteScan(writer, TItemReader.EntityName, scan, segment, trail.NextKey);
            using var response = await sender.SendAsync(
                scan.Call, scan.Pattern, sender.TableName(scan.Pattern.Table), writer, items: int.MaxValue, cancellationToken).ConfigureAwait(false);
            var reader = new EntityPageReader<TEntity, TItemReader>(items);
            var page = QueryPage.Read(response.Body.Span, ref reader);
            scan.Call.Received(response, page);
            trail.GoTo(page.LastEvaluatedKey);
            await pages.WriteAsync(items, cancellationToken).ConfigureAwait(false);
        }
        while (trail.NextKey is not null);
    }

    private static void WriteScan(WireWriter writer, string entity, ScanCall scan, int segment, byte[]? startKey)
    {
        writer.Raw(",\"FilterExpression\":\"#t = :t\",\"ExpressionAttributeNames\":{\"#t\":\"_t\"},\"ExpressionAttributeValues\":{\":t\":{\"S\":\""u8);
        writer.Text(entity);
        writer.Raw("\"}},\"Segment\":"u8);
        writer.Number(segment);
        writer.Raw(",\"TotalSegments\":"u8);
        writer.Number(scan.Segments);
        writer.Raw(scan.ConsistentRead ? ",\"ConsistentRead\":true"u8 : default);
        if (startKey is not null)
        {
            writer.Raw(",\"ExclusiveStartKey\":"u8);
            writer.Raw(startKey);
        }

        writer.Raw("}"u8);
    }

    /// <summary>One Scan over all its segments.</summary>
    private readonly record struct ScanCall(AccessPatternCall Call, AccessPattern Pattern, int Segments, bool ConsistentRead, CancellationToken Caller);
}
