using System.Diagnostics;

namespace MovingOrders.Tour;

/// <summary>How fast counts grow, over the last two seconds.</summary>
/// <typeparam name="TCounts">The counts.</typeparam>
internal sealed class Speed<TCounts>
    where TCounts : struct
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    private readonly Queue<(long At, TCounts Counts)> _past = new([(Stopwatch.GetTimestamp(), default)]);

    /// <summary>Looks at the counts of now.</summary>
    /// <returns>The counts two seconds ago, and how many seconds that is.</returns>
    public (TCounts Before, double Seconds) See(TCounts now)
    {
        _past.Enqueue((Stopwatch.GetTimestamp(), now));
        while (_past.Count > 2 && Stopwatch.GetElapsedTime(_past.ElementAt(1).At) > Window)
        {
            _past.Dequeue();
        }

        var (at, counts) = _past.Peek();
        return (counts, Math.Max(Stopwatch.GetElapsedTime(at).TotalSeconds, 0.001));
    }
}
