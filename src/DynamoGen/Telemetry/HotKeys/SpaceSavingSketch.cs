namespace DynamoGen.Telemetry.HotKeys;

/// <summary>
/// The heaviest of any number of keys in bounded memory, by the space-saving algorithm: a key that is not counted yet takes over the lightest counter, with its
/// weight as the error. A counted weight is never too low, and too high by no more than its error, which is at most the total divided by the counters.
/// </summary>
/// <remarks>The counters stand in a heap whose root is the lightest. It is not safe for several threads at once.</remarks>
internal sealed class SpaceSavingSketch<TKey, TLabel>(int counters)
    where TKey : struct
{
    private readonly Dictionary<TKey, int> _places = [];
    private readonly List<Counter> _heap = [];

    /// <summary>The weight of all keys, counted or not.</summary>
    public double Total { get; private set; }

    /// <summary>The counters, in no order.</summary>
    public IEnumerable<Counter> Counters => _heap;

    /// <summary>The greatest counted weight; 0 where nothing is counted.</summary>
    public double Heaviest => _heap.Count == 0 ? 0 : _heap.Max(static counter => counter.Weight);

    /// <summary>Adds to the weight of a key.</summary>
    /// <returns>The key's counter.</returns>
    public Counter Add(TKey key, TLabel label, double weight)
    {
        Total += weight;
        Counter counter;
        if (_places.TryGetValue(key, out var place))
        {
            counter = _heap[place];
        }
        else if (_heap.Count < counters)
        {
            counter = new Counter { Key = key };
            place = _heap.Count;
            _heap.Add(counter);
            _places[key] = place;
            place = Rise(place);
        }
        else
        {
            var lightest = _heap[0];
            _places.Remove(lightest.Key);
            counter = new Counter { Key = key, Weight = lightest.Weight, Error = lightest.Weight };
            place = 0;
            _heap[0] = counter;
            _places[key] = 0;
        }

        counter.Weight += weight;
        counter.Label = label;
        Sink(place);
        return counter;
    }

    private int Rise(int place)
    {
        while (place > 0 && _heap[(place - 1) / 2].Weight > _heap[place].Weight)
        {
            Swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }

        return place;
    }

    private void Sink(int place)
    {
        while (true)
        {
            var lighter = (2 * place) + 1;
            if (lighter >= _heap.Count)
            {
                return;
            }

            if (lighter + 1 < _heap.Count && _heap[lighter + 1].Weight < _heap[lighter].Weight)
            {
                lighter++;
            }

            if (_heap[lighter].Weight >= _heap[place].Weight)
            {
                return;
            }

            Swap(place, lighter);
            place = lighter;
        }
    }

    private void Swap(int one, int other)
    {
        (_heap[one], _heap[other]) = (_heap[other], _heap[one]);
        _places[_heap[one].Key] = one;
        _places[_heap[other].Key] = other;
    }

    internal sealed class Counter
    {
        public required TKey Key { get; init; }

        public double Weight { get; set; }

        public double Error { get; init; }

        public long Throttles { get; set; }

        public TLabel Label { get; set; } = default!;
    }
}
