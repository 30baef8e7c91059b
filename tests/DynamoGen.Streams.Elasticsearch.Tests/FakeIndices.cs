using System.Text.Json.Nodes;

namespace DynamoGen.Streams.Elasticsearch.Tests;

/// <summary>
/// Indices that keep versions as Elasticsearch does: an external version must be greater than that of the document or of its tombstone, a delete leaves a
/// tombstone also where there was nothing, and a tombstone is forgotten after <c>index.gc_deletes</c>.
/// </summary>
internal sealed class FakeIndices(TimeProvider timeProvider)
{
    private readonly Dictionary<string, FakeIndex> _indices = new(StringComparer.Ordinal);

    public FakeIndex Create(string name, TimeSpan? deletesRemembered = null)
    {
        lock (_indices)
        {
            return _indices[name] = new FakeIndex(timeProvider, deletesRemembered);
        }
    }

    public FakeIndex? Find(string name)
    {
        lock (_indices)
        {
            return _indices.GetValueOrDefault(name);
        }
    }

    public IReadOnlyDictionary<string, string> Documents(string index) => Find(index)!.All.ToDictionary(
        entry => entry.Id, entry => entry.Document.ToJsonString());
}

internal sealed class FakeIndex(TimeProvider timeProvider, TimeSpan? deletesRemembered)
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public TimeSpan? DeletesRemembered => deletesRemembered;

    public IReadOnlyList<(string Id, long Version, JsonNode Document)> All
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries.Where(entry => entry.Value.Document is not null).Select(entry => (entry.Key, entry.Value.Version, entry.Value.Document!))];
            }
        }
    }

    /// <summary>Writes a document, or deletes it where there is none to write.</summary>
    /// <returns>The status and the version, and whether there was a document.</returns>
    public (int Status, long Version, bool Existed) Apply(string id, JsonNode? document, long? version, string versionType)
    {
        lock (_entries)
        {
            var current = Current(id);
            var existed = current?.Document is not null;
            if (version is { } given && current is not null && !(versionType == "external_gte" ? given >= current.Version : given > current.Version))
            {
                return (409, current.Version, existed);
            }

            var next = version ?? (current?.Version ?? 0) + 1;
            _entries[id] = new Entry(document, next, timeProvider.GetUtcNow());
            return (document is null ? existed ? 200 : 404 : existed ? 200 : 201, next, existed);
        }
    }

    public (long Version, JsonNode Document)? Get(string id)
    {
        lock (_entries)
        {
            return Current(id) is { Document: { } document } entry ? (entry.Version, document) : null;
        }
    }

    /// <summary>Loses a document and its version.</summary>
    public void Forget(string id)
    {
        lock (_entries)
        {
            _entries.Remove(id);
        }
    }

    private Entry? Current(string id)
    {
        if (!_entries.TryGetValue(id, out var entry))
        {
            return null;
        }

        var remembered = deletesRemembered ?? TimeSpan.FromSeconds(60);
        return entry.Document is null && timeProvider.GetUtcNow() - entry.At > remembered ? null : entry;
    }

    private sealed record Entry(JsonNode? Document, long Version, DateTimeOffset At);
}
