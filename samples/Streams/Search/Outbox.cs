namespace OrderStreams.Search;

/// <summary>The notifications that customers got.</summary>
public sealed class Outbox
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int OrderId, string What), int> _sent = [];

    /// <summary>The last one.</summary>
    public string Last { get; private set; } = "none";

    /// <summary>How many different ones there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _sent.Count;
            }
        }
    }

    /// <summary>How many customers got again: a worker was killed between telling them and its fence.</summary>
    public int Repeated
    {
        get
        {
            lock (_gate)
            {
                return _sent.Values.Sum(count => count - 1);
            }
        }
    }

    public void Add(int orderId, string what)
    {
        lock (_gate)
        {
            _sent[(orderId, what)] = _sent.GetValueOrDefault((orderId, what)) + 1;
            Last = $"order {orderId} was {what}";
        }
    }

    /// <summary>Those that are missing.</summary>
    public IReadOnlyList<(int OrderId, string What)> MissingOf(IEnumerable<(int OrderId, string What)> expected)
    {
        lock (_gate)
        {
            return [.. expected.Where(notification => !_sent.ContainsKey(notification))];
        }
    }
}
