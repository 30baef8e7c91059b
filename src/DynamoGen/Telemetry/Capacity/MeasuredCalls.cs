using DynamoGen.Schema;

namespace DynamoGen.Telemetry.Capacity;

/// <summary>The calls of one access pattern, added up.</summary>
internal sealed class MeasuredCalls(AccessPattern pattern)
{
    private readonly Lock _lock = new();
    private long _calls;
    private long _items;
    private long _overBudget;
    private double _units;
    private double _most;

    /// <summary>The access pattern as the first call named it.</summary>
    public AccessPattern Pattern => pattern;

    public void Add(double units, long items, bool isOverBudget)
    {
        lock (_lock)
        {
            _calls++;
            _items += items;
            _overBudget += isOverBudget ? 1 : 0;
            _units += units;
            _most = Math.Max(_most, PatternCapacity.IsForEachItem(pattern) ? units / Math.Max(1, items) : units);
        }
    }

    /// <summary>The sums, as they are now.</summary>
    public PatternCapacity Read(AccessPattern declared)
    {
        lock (_lock)
        {
            return new PatternCapacity(declared) { Calls = _calls, Items = _items, TotalUnits = _units, MaxUnits = _most, OverBudget = _overBudget };
        }
    }
}
