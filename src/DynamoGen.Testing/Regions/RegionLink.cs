namespace DynamoGen.Testing;

/// <summary>The changes of one region on their way to another: of one item in their order, of several in none.</summary>
/// <param name="origin">Where they were made.</param>
/// <param name="destination">Where they go.</param>
internal sealed class RegionLink(SimulatedRegion origin, SimulatedRegion destination)
{
    private readonly Dictionary<ReplicatedItem, Queue<RegionChange>> _changes = [];
    private long _delay;
    private volatile bool _isPartitioned;

    public SimulatedRegion Origin => origin;

    public SimulatedRegion Destination => destination;

    /// <summary>Whether nothing arrives.</summary>
    public bool IsPartitioned
    {
        get => _isPartitioned;
        set => _isPartitioned = value;
    }

    /// <summary>How long each change takes.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delay));
        set => Interlocked.Exchange(ref _delay, value.Ticks);
    }

    public void Add(RegionChange change)
    {
        if (!_changes.TryGetValue(change.Item, out var queue))
        {
            _changes.Add(change.Item, queue = new Queue<RegionChange>());
        }

        queue.Enqueue(change);
    }

    /// <summary>The first change of each item that can arrive now, in the order of their numbers.</summary>
    /// <param name="last">The number of the last change that is meant.</param>
    public IEnumerable<RegionChange> Arriving(long last)
    {
        if (IsPartitioned)
        {
            return [];
        }

        var latest = origin.Clock.True.GetUtcNow().UtcTicks - Delay.Ticks;
        return _changes.Values.Select(static queue => queue.Peek())
            .Where(change => change.Number <= last && change.WrittenAt <= latest)
            .OrderBy(static change => change.Number);
    }

    /// <summary>Takes the first change of its item, which has arrived.</summary>
    public void Remove(RegionChange change)
    {
        var queue = _changes[change.Item];
        queue.Dequeue();
        if (queue.Count == 0)
        {
            _changes.Remove(change.Item);
        }
    }
}
