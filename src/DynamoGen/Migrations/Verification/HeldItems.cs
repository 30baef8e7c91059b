namespace DynamoGen.Migrations.Verification;

/// <summary>
/// The items of both sides from one hash of a key up to another one: as many of them as may be held. Where there are more, the upper bound comes down,
/// and what lies from there on is left to a further round.
/// </summary>
/// <param name="from">The least hash of a key.</param>
/// <param name="most">How many items are held at most; at least all those of one key are.</param>
internal sealed class HeldItems(UInt128 from, int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, HeldKey> _keys = [];
    private readonly SortedSet<UInt128> _order = [];
    private int _count;

    /// <summary>The hash of a key that the next round begins with; null where this one has them all.</summary>
    public UInt128? Next { get; private set; }

    /// <summary>The keys of which both sides are not known to be the same.</summary>
    public IReadOnlyList<HeldKey> Candidates => [.. _keys.Values.Where(static key => !key.Agrees)];

    public void Add(IEnumerable<HashedItem> items)
    {
        lock (_gate)
        {
            foreach (var item in items)
            {
                if (item.Key >= from && !(item.Key >= Next))
                {
                    Add(item);
                }
            }
        }
    }

    private void Add(HashedItem item)
    {
        if (!_keys.TryGetValue(item.Key, out var key))
        {
            _keys.Add(item.Key, key = new HeldKey());
            _order.Add(item.Key);
        }

        (item.Source is null ? key.Targets : key.Sources).Add(item);
        _count++;
        while (_count > most && _order.Count > 1)
        {
            var last = _order.Max;
            _order.Remove(last);
            _keys.Remove(last, out var left);
            _count -= left!.Count;
            Next = last;
        }
    }
}

/// <summary>The items of one key of a new item.</summary>
internal sealed class HeldKey
{
    /// <summary>The old items that stand for it: one, if the migration's forward function gives each a key of its own.</summary>
    public List<HashedItem> Sources { get; } = [];

    /// <summary>The new item.</summary>
    public List<HashedItem> Targets { get; } = [];

    public int Count => Sources.Count + Targets.Count;

    public bool Agrees => Sources is [var source] && Targets is [var target] && source.Content == target.Content;
}
