using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using DynamoGen.Streams.Reconciliation;
using Elastic.Clients.Elasticsearch;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace DynamoGen.Streams.Elasticsearch;

/// <summary>
/// An index as a derived state that a <see cref="Reconciler{TDocument}"/> compares and repairs: documents as JSON, with the versions of an
/// <see cref="ElasticsearchSink"/>. Documents without a version of their items cannot be compared by it.
/// </summary>
/// <remarks>
/// Single documents are read in real time; all of them are read at a point in time, as of the index's last refresh. See
/// <see href="https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-open-point-in-time">points in time</see>.
/// </remarks>
public sealed class ElasticsearchDerivedStore : IDerivedStore<JsonElement>
{
    private const string KeptAlive = "5m";
    private const int PageSize = 1_000;

    private readonly ElasticsearchClient _client;
    private readonly string _index;
    private readonly BulkWriter _writer;

    /// <summary>Creates the store.</summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="index">The index.</param>
    public ElasticsearchDerivedStore(ElasticsearchClient client, string index)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(index);
        _client = client;
        _index = index;
        _writer = new BulkWriter(client);
    }

    /// <summary>Compares documents as JSON: numbers by value, members in any order.</summary>
    public static IEqualityComparer<JsonElement> Comparer { get; } =
        EqualityComparer<JsonElement>.Create(JsonElement.DeepEquals, static document => (int)document.ValueKind);

    /// <inheritdoc/>
    public int MaxReadEntries => 500;

    /// <summary>What the index should have of an item, for a <see cref="ReconciliationSource{TEntity, TDocument}"/>.</summary>
    /// <param name="id">The document's id, which <see cref="Sinks.DocumentId"/> tells of an item.</param>
    /// <param name="document">What the sink makes of the item.</param>
    /// <returns>Null where the item is left out, or belongs to another index.</returns>
    /// <exception cref="ArgumentException">The document has no version.</exception>
    public DerivedEntry<JsonElement>? EntryOf(string id, IndexedDocument document)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(document);
        if (document.Document is null || document.Index != _index)
        {
            return null;
        }

        var version = document.Version ?? throw new ArgumentException("A document without a version cannot be compared.", nameof(document));
        using var stream = new MemoryStream();
        _client.SourceSerializer.Serialize(document.Document, document.Document.GetType(), stream);
        using var json = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return new DerivedEntry<JsonElement>(id, version.Value, json.RootElement.Clone());
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DerivedEntry<JsonElement>?>> ReadAsync(
        IReadOnlyList<DerivedEntry<JsonElement>> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var body = new JsonObject { ["ids"] = new JsonArray([.. entries.Select(static entry => JsonValue.Create(entry.Id))]) };
        var answer = await _client.CallAsync(HttpMethod.POST, $"/{Uri.EscapeDataString(_index)}/_mget", body.ToJsonString(), cancellationToken)
            .ConfigureAwait(false);
        return answer is null ? new DerivedEntry<JsonElement>?[entries.Count] : [.. answer.Value.GetProperty("docs").EnumerateArray().Select(Read)];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DerivedEntry<JsonElement>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = await _client.CallAsync(
            HttpMethod.POST, $"/{Uri.EscapeDataString(_index)}/_pit?keep_alive={KeptAlive}", null, cancellationToken).ConfigureAwait(false);
        if (opened is null)
        {
            yield break;
        }

        var pit = opened.Value.GetProperty("id").GetString()!;
        JsonElement? after = null;
        try
        {
            while (true)
            {
                var page = await SearchAsync(pit, after, cancellationToken).ConfigureAwait(false);
                pit = page.GetProperty("pit_id").GetString()!;
                var hits = page.GetProperty("hits").GetProperty("hits");
                if (hits.GetArrayLength() == 0)
                {
                    break;
                }

                foreach (var hit in hits.EnumerateArray())
                {
                    after = hit.GetProperty("sort");
                    yield return Entry(hit);
                }
            }
        }
        finally
        {
            await _client.CallAsync(HttpMethod.DELETE, "/_pit", new JsonObject { ["id"] = pit }.ToJsonString(), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> WriteAsync(DerivedEntry<JsonElement> entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var write = new DocumentWrite(0, _index, entry.Id, entry.Document, DocumentVersion.OfValue(entry.Version), MayRepeat: true);
        return await _writer.SendAsync(write, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(DerivedEntry<JsonElement> entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var write = new DocumentWrite(0, _index, entry.Id, null, DocumentVersion.OfValue(entry.Version).Next());
        return await _writer.SendAsync(write, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement> SearchAsync(string pit, JsonElement? after, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["size"] = PageSize,
            ["version"] = true,
            ["track_total_hits"] = false,
            ["pit"] = new JsonObject { ["id"] = pit, ["keep_alive"] = KeptAlive },
            ["sort"] = new JsonArray("_shard_doc"),
        };
        if (after is { } place)
        {
            body["search_after"] = JsonArray.Create(place);
        }

        const string Search = "/_search?allow_partial_search_results=false";
        return await _client.CallAsync(HttpMethod.POST, Search, body.ToJsonString(), cancellationToken).ConfigureAwait(false)
            ?? throw new ElasticsearchUnavailableException(404, "search_context_missing_exception");
    }

    /// <exception cref="ElasticsearchUnavailableException">The document could not be read, which does not say that there is none.</exception>
    private static DerivedEntry<JsonElement>? Read(JsonElement document)
    {
        if (document.TryGetProperty("error", out var error) && error.GetProperty("type").GetString() is var type and not "index_not_found_exception")
        {
            throw new ElasticsearchUnavailableException(null, type);
        }

        return document.TryGetProperty("found", out var found) && found.GetBoolean() ? Entry(document) : null;
    }

    private static DerivedEntry<JsonElement> Entry(JsonElement document) => new(
        document.GetProperty("_id").GetString()!, document.GetProperty("_version").GetInt64(), document.GetProperty("_source"));
}
