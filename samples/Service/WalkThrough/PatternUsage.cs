namespace NorthwindService.WalkThrough;

/// <summary>What one endpoint's access pattern took in the whole run.</summary>
public sealed record PatternUsage(string Endpoint, string Pattern, string? Index, IReadOnlyList<PatternSpan> Calls)
{
    /// <summary>On demand, a write unit costs as much as five read units.</summary>
    private const int ReadsForOneWrite = 5;

    public long Requests => Calls.Sum(call => call.Requests);

    public long Returned => Calls.Sum(call => call.Returned);

    public long Scanned => Calls.Sum(call => call.Scanned);

    public double ReadUnits => Calls.Sum(call => call.ReadUnits);

    public double WriteUnits => Calls.Sum(call => call.WriteUnits);

    /// <summary>In read units, so that reads and writes can be compared.</summary>
    public double Cost => ReadUnits + ReadsForOneWrite * WriteUnits;

    /// <summary>The trace that says the most: that of the dearest call.</summary>
    public PatternSpan Dearest => Calls.MaxBy(call => call.Units)!;

    /// <summary>Why it costs what it costs, as far as spans tell.</summary>
    public string Reason => (Scanned > 2 * Returned, WriteUnits > 0, Requests > Calls.Count) switch
    {
        (true, _, _) => $"it read {Scanned} items to return {Returned}: a filter is applied behind the read, and what it leaves out is paid for",
        (_, true, _) => "each write is paid for once more by every index that has the item",
        (_, _, true) => $"its {Calls.Count} calls took {Requests} requests",
        _ => $"it was called {Calls.Count} times",
    };

    public static IReadOnlyList<PatternUsage> Of(IEnumerable<PatternSpan> calls) =>
    [
        .. calls
            .GroupBy(call => (call.Endpoint, call.Pattern, call.Index))
            .Select(group => new PatternUsage(group.Key.Endpoint, group.Key.Pattern, group.Key.Index, [.. group]))
            .OrderByDescending(usage => usage.Cost)
            .ThenBy(usage => usage.Endpoint, StringComparer.Ordinal),
    ];
}
