using System.Collections.Concurrent;
using DynamoGen.Schema;

namespace DynamoGen.Telemetry.Capacity;

/// <summary>
/// Adds up what the calls of each access pattern consumed, to be read beside what their declarations say. It counts from when the application starts, or from
/// the last <see cref="Clear"/>, and keeps a few numbers for each access pattern.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">capacity unit consumption</see>.
/// </remarks>
public sealed class CapacityMeasurements
{
    /// <summary>How many names are measured that no repository declares, such as those of transactions; more are counted together.</summary>
    private const int MostUndeclared = 1000;

    private const string Others = "(others)";

    private readonly AccessPattern[] _declared;
    private readonly ConcurrentDictionary<(string Name, DynamoOperation Operation, string? Index), MeasuredCalls> _measured = new();

    /// <summary>Creates measurements of no call.</summary>
    /// <param name="declared">
    /// The access patterns that a report shows even where they were not called; those of overloads have one name, and the first counts.
    /// </param>
    public CapacityMeasurements(IEnumerable<AccessPattern> declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        _declared = [.. declared.DistinctBy(Key)];
    }

    /// <summary>What was measured beside what is declared, the access patterns that consumed the most first.</summary>
    public CapacityReport Report()
    {
        var declared = _declared.Select(pattern => (Pattern: pattern, Calls: _measured.GetValueOrDefault(Key(pattern))));
        var known = _declared.Select(Key).ToHashSet();
        var further = _measured.Where(entry => !known.Contains(entry.Key)).Select(entry => (entry.Value.Pattern, Calls: (MeasuredCalls?)entry.Value));
        return new CapacityReport(
        [
            .. declared.Concat(further).Select(entry => entry.Calls?.Read(entry.Pattern) ?? new PatternCapacity(entry.Pattern))
                .OrderByDescending(static row => row.TotalUnits).ThenBy(static row => row.Pattern.Name, StringComparer.Ordinal)
                .ThenBy(static row => row.Pattern.Operation),
        ]);
    }

    /// <summary>Forgets all that was measured.</summary>
    public void Clear() => _measured.Clear();

    /// <summary>Adds a call that came to its end.</summary>
    internal void Ended(AccessPattern pattern, double units, long items, bool isOverBudget)
    {
        if (!_measured.TryGetValue(Key(pattern), out var calls))
        {
            pattern = _measured.Count < _declared.Length + MostUndeclared || _declared.Any(declared => Key(declared) == Key(pattern))
                ? pattern
                : new AccessPattern(Others, pattern.Operation, pattern.Table);
            calls = _measured.GetOrAdd(Key(pattern), static (_, pattern) => new MeasuredCalls(pattern), pattern);
        }

        calls.Add(units, items, isOverBudget);
    }

    private static (string Name, DynamoOperation Operation, string? Index) Key(AccessPattern pattern) => (pattern.Name, pattern.Operation, pattern.Index);
}
