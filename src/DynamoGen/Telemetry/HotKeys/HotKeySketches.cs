using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using DynamoGen.Schema;

namespace DynamoGen.Telemetry.HotKeys;

/// <summary>
/// Finds the partition keys that consume the most capacity, of each table and index, in bounded memory. It counts from when the application starts, or from
/// the last <see cref="Clear"/>.
/// </summary>
/// <remarks>
/// A partition of DynamoDB serves at most 3,000 read units and 1,000 write units a second, however large the table's capacity is. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">designing partition keys to distribute your
/// workload</see>.
/// </remarks>
public sealed class HotKeySketches
{
    private const string KeyRange = "KeyRangeThroughputExceeded";

    private readonly HotKeyOptions _options;
    private readonly long _seed;
    private readonly ConcurrentDictionary<(string Table, string? Index), SpaceSavingSketch<UInt128, Use>> _sketches = new();

    /// <summary>Creates sketches that have counted nothing.</summary>
    /// <param name="options">How keys are found.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is less than one counter.</exception>
    public HotKeySketches(HotKeyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Counters, 1);
        _options = options;
        _seed = options.Secret ?? BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
    }

    /// <summary>The hottest keys of each table and index.</summary>
    /// <param name="most">How many of each.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public HotKeyReport Report(int most = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var keys = new List<HotKey>();
        foreach (var ((table, index), sketch) in _sketches.OrderBy(static entry => entry.Key.Table, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Key.Index, StringComparer.Ordinal))
        {
            lock (sketch)
            {
                keys.AddRange(sketch.Counters.OrderByDescending(static counter => counter.Weight).Take(most).Select(counter => new HotKey(
                    table,
                    index,
                    counter.Label.AccessPattern,
                    counter.Key.ToString("x32", CultureInfo.InvariantCulture),
                    counter.Label.Key,
                    counter.Weight,
                    counter.Error,
                    sketch.Total > 0 ? counter.Weight / sketch.Total : 0,
                    counter.Throttles)));
            }
        }

        return new HotKeyReport(keys);
    }

    /// <summary>Forgets all that was counted.</summary>
    public void Clear() => _sketches.Clear();

    /// <summary>The share of the hottest key of each table and index.</summary>
    internal IEnumerable<(string Table, string? Index, double Share)> Shares()
    {
        foreach (var ((table, index), sketch) in _sketches)
        {
            double share;
            lock (sketch)
            {
                share = sketch.Total > 0 ? sketch.Heaviest / sketch.Total : 0;
            }

            yield return (table, index, share);
        }
    }

    /// <summary>Adds what one request consumed, in even parts to each of its keys.</summary>
    internal void Consumed(AccessPattern pattern, string tableName, List<string> keys, double units)
    {
        foreach (var key in keys)
        {
            Add(pattern, tableName, key, units / keys.Count, throttles: 0);
        }
    }

    /// <summary>Counts a throttled attempt for the keys of its request, if the reason is that a key range is too hot.</summary>
    internal void Throttled(AccessPattern pattern, string tableName, List<string> keys, string? reason)
    {
        if (reason?.EndsWith(KeyRange, StringComparison.Ordinal) == true)
        {
            foreach (var key in keys)
            {
                Add(pattern, tableName, key, units: 0, throttles: 1);
            }
        }
    }

    private void Add(AccessPattern pattern, string tableName, string key, double units, int throttles)
    {
        var sketch = _sketches.GetOrAdd((tableName, pattern.Index), static (_, counters) => new(counters), _options.Counters);
        var hash = XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(key), _seed);
        lock (sketch)
        {
            sketch.Add(hash, new Use(pattern.Name, _options.ShowKeys ? key : null), units).Throttles += throttles;
        }
    }

    /// <summary>What used a key last.</summary>
    private readonly record struct Use(string AccessPattern, string? Key);
}
