using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace DynamoGen.Streams.Elasticsearch;

/// <summary>Asks each index once how long it remembers the versions of deleted documents.</summary>
internal sealed class DeletesMemory(ElasticsearchClient client, TimeSpan required)
{
    /// <summary>What Elasticsearch does where an index says nothing.</summary>
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(60);

    private static readonly (string Unit, double Seconds)[] Units =
        [("nanos", 1e-9), ("micros", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400)];

    private readonly ConcurrentDictionary<string, bool> _verified = new(StringComparer.Ordinal);

    /// <exception cref="IndexForgetsDeletesException">One of the indices forgets too early.</exception>
    public async ValueTask VerifyAsync(IEnumerable<string> indices, CancellationToken cancellationToken)
    {
        if (required <= TimeSpan.Zero)
        {
            return;
        }

        foreach (var index in indices.Where(index => !_verified.ContainsKey(index)).Distinct(StringComparer.Ordinal))
        {
            var path = $"/{Uri.EscapeDataString(index)}/_settings/index.gc_deletes";
            var settings = await client.CallAsync(HttpMethod.GET, path, null, cancellationToken).ConfigureAwait(false)
                ?? throw new IndexForgetsDeletesException(index, null, required);
            Verify(index, settings);
            _verified[index] = true;
        }
    }

    /// <summary>An index that does not set it may be left out of the answer or have no such member. An alias has an entry for each of its indices.</summary>
    private void Verify(string index, JsonElement settings)
    {
        var found = settings.EnumerateObject().Select(static entry => Read(entry.Value)).DefaultIfEmpty(Default).Min();
        if (found < required)
        {
            throw new IndexForgetsDeletesException(index, found, required);
        }
    }

    private static TimeSpan Read(JsonElement entry) =>
        entry.TryGetProperty("settings", out var settings)
        && settings.TryGetProperty("index", out var index)
        && index.TryGetProperty("gc_deletes", out var value)
            ? Parse(value.GetString() ?? string.Empty)
            : Default;

    private static TimeSpan Parse(string text)
    {
        var unit = text.TrimStart("0123456789.-".ToCharArray());
        var seconds = Units.FirstOrDefault(known => known.Unit == unit).Seconds;
        return double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromSeconds(number * seconds)
            : Default;
    }
}
