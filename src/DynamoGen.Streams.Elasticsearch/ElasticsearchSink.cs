using DynamoGen.Streams.Sinks;
using Elastic.Clients.Elasticsearch;

namespace DynamoGen.Streams.Elasticsearch;

/// <summary>
/// Keeps documents of a search index as a table's items are, by bulk requests with external versions, so that changes which come again or late do nothing.
/// Items of entities that the map does not have are passed over, and a document that an item had before it became such a one is deleted.
/// </summary>
/// <remarks>
/// A version conflict (409) means that the index has it or something newer, and counts as delivered. Of a request only what failed is reported: as an
/// <see cref="ElasticsearchUnavailableException"/> where it may succeed later, as a <see cref="DocumentRefusedException"/> where it never will. See
/// <see href="https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk">the bulk API</see>.
/// </remarks>
public sealed class ElasticsearchSink : IStreamSink
{
    private readonly ElasticsearchSinkOptions _options;
    private readonly ChangePlan _plan;
    private readonly BulkWriter _writer;
    private readonly DeletesMemory _memory;

    /// <summary>Creates the sink.</summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="documents">
    /// What the items of each entity are in the index; told by an item alone, since it is asked of what an item was before, too.
    /// </param>
    /// <param name="options">How to write.</param>
    public ElasticsearchSink(ElasticsearchClient client, EntityMap<IndexedDocument> documents, ElasticsearchSinkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(documents);
        _options = options ?? new ElasticsearchSinkOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxBatchRecords, 1, nameof(options));
        _plan = new ChangePlan(documents, _options.Fence is not null);
        _writer = new BulkWriter(client);
        _memory = new DeletesMemory(client, _options.DeletesRemembered);
    }

    /// <inheritdoc/>
    public int MaxBatchRecords => _options.MaxBatchRecords;

    /// <inheritdoc/>
    /// <exception cref="IndexForgetsDeletesException">An index is missing or forgets deleted documents too early.</exception>
    /// <exception cref="ElasticsearchUnavailableException">The settings of an index could not be read.</exception>
    public async ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var failures = new SortedDictionary<int, Exception>();
        var writes = new List<DocumentWrite>(records.Count);
        var due = new List<int>(records.Count);
        for (var place = 0; place < records.Count; place++)
        {
            if (!await HasPassedAsync(records[place], cancellationToken).ConfigureAwait(false))
            {
                due.Add(place);
                Plan(records[place], place, writes, failures);
            }
        }

        var versioned = writes.Where(static write => write.Version is not null).Select(static write => write.Index);
        await _memory.VerifyAsync(versioned, cancellationToken).ConfigureAwait(false);
        foreach (var request in Requests(writes, records))
        {
            var results = await _writer.SendAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var (write, failure) in request.Zip(results))
            {
                if (failure is not null)
                {
                    failures.TryAdd(write.Record, failure);
                }
            }
        }

        await PassAsync(records, due.Where(place => !failures.ContainsKey(place)), cancellationToken).ConfigureAwait(false);
        return [.. failures.Select(static failure => new UndeliveredChange(failure.Key, failure.Value))];
    }

    /// <summary>Whatever a map throws concerns its record alone.</summary>
    private void Plan(StreamRecord record, int place, List<DocumentWrite> writes, SortedDictionary<int, Exception> failures)
    {
        try
        {
            writes.AddRange(_plan.Of(record, place));
        }
        catch (Exception failure)
        {
            failures.Add(place, failure);
        }
    }

    private IEnumerable<IReadOnlyList<DocumentWrite>> Requests(IReadOnlyList<DocumentWrite> writes, IReadOnlyList<StreamRecord> records)
    {
        var request = new List<DocumentWrite>();
        var bytes = 0L;
        foreach (var write in writes)
        {
            var size = write.Document is null ? 0 : records[write.Record].NewImage.Length;
            if (request.Count > 0 && bytes + size > _options.MaxRequestBytes)
            {
                yield return request;
                request = [];
                bytes = 0;
            }

            request.Add(write);
            bytes += size;
        }

        if (request.Count > 0)
        {
            yield return request;
        }
    }

    private ValueTask<bool> HasPassedAsync(StreamRecord record, CancellationToken cancellationToken) =>
        _options.Fence?.HasPassedAsync(_options.Name, record.Change, cancellationToken) ?? ValueTask.FromResult(false);

    private async ValueTask PassAsync(IReadOnlyList<StreamRecord> records, IEnumerable<int> places, CancellationToken cancellationToken)
    {
        if (_options.Fence is { } fence)
        {
            foreach (var place in places)
            {
                await fence.PassAsync(_options.Name, records[place].Change, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
