using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DynamoGen.Requests;
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

    /// <summary>Reads every item of the table, of which those of one entity are yielded.</summary>
    /// <inheritdoc cref="ScanAsync"/>
    public IAsyncEnumerable<TEntity> ScanEntityAsync<TEntity, TItemReader>(
        AccessPattern pattern, int segments, bool consistentRead, CancellationToken cancellationToken = default)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity> =>
        ScanAsync<TEntity, TItemReader, EntityScan<TEntity, TItemReader>>(
            pattern, new(pattern.Table), segments, consistentRead, cancellationToken);

    /// <summary>
    /// Reads every item of the table or the index, of which those are yielded that meet the filter: an access pattern that its declaration allows by name.
    /// Segments are read at the same time, and no further ahead than a page each; the items come in no order.
    /// </summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TItemReader">Reads its items.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters, which write its filter.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
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
    public async IAsyncEnumerable<TEntity> ScanAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        int segments,
        bool consistentRead,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segments, MostSegments);
        using var call = sender.Start(pattern, sender.TableName(pattern.Table));
        if (TRequest.HasLists && request.FindsNothing)
        {
            yield break;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pages = Channel.CreateBounded<List<TEntity>>(new BoundedChannelOptions(1) { SingleReader = true });
        var scan = new ScanCall<TRequest>(call, pattern, request, segments, consistentRead, cancellationToken);
        var reading = ReadSegmentsAsync<TEntity, TItemReader, TRequest>(scan, pages.Writer, ended.Token);
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
    private async Task ReadSegmentsAsync<TEntity, TItemReader, TRequest>(
        ScanCall<TRequest> scan, ChannelWriter<List<TEntity>> pages, CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, scan.Segments),
                new ParallelOptions { MaxDegreeOfParallelism = scan.Segments, CancellationToken = failed.Token },
                async (segment, token) => await ReadSegmentAsync<TEntity, TItemReader, TRequest>(scan, segment, pages, token).ConfigureAwait(false))
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

    private async ValueTask ReadSegmentAsync<TEntity, TItemReader, TRequest>(
        ScanCall<TRequest> scan, int segment, ChannelWriter<List<TEntity>> pages, CancellationToken cancellationToken)
        where TEntity : notnull
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IQueryRequest
    {
        var trail = new PageTrail(scan.Pattern.Table);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var items = new List<TEntity>();
            using var writer = sender.Begin(sender.TableName(scan.Pattern.Table));
            WriteScan(writer, scan, segment, trail.NextKey);
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

    private static void WriteScan<TRequest>(WireWriter writer, ScanCall<TRequest> scan, int segment, byte[]? startKey)
        where TRequest : struct, IQueryRequest
    {
        QueryMembers.Write(writer, scan.Pattern, new QueryOptions(ConsistentRead: scan.ConsistentRead), limit: int.MaxValue, startKey);
        RequestValues.WriteKeyCondition(writer, scan.Request, shard: -1);
        writer.Raw(",\"Segment\":"u8);
        writer.Number(segment);
        writer.Raw(",\"TotalSegments\":"u8);
        writer.Number(scan.Segments);
        writer.Raw("}"u8);
    }

    /// <summary>One Scan over all its segments.</summary>
    private readonly record struct ScanCall<TRequest>(
        AccessPatternCall Call, AccessPattern Pattern, TRequest Request, int Segments, bool ConsistentRead, CancellationToken Caller)
        where TRequest : struct, IQueryRequest;

    /// <summary>Asks for the items of one entity.</summary>
    private readonly struct EntityScan<TEntity, TItemReader>(TableSchema table) : IQueryRequest
        where TItemReader : struct, IItemReader<TEntity>
    {
        public static string? Entity => TItemReader.EntityName;

        public void WriteKeyCondition(WireWriter writer, int shard) =>
            EntityFilter.Write(writer, table, TItemReader.EntityName, TItemReader.Beginning);
    }
}
