using System.Diagnostics;

namespace DynamoGen.StreamProof;

/// <summary>What the workers told, all together, and how long it took another one to go on behind each that was killed at work.</summary>
internal sealed class ProofTotals
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _takeOvers = [];
    private long? _killed;

    public int Effects { get; private set; }

    public int Repeated { get; private set; }

    public int Failed { get; private set; }

    public IReadOnlyList<TimeSpan> TakeOvers => _takeOvers;

    public void Add(int effects, int repeated, int failed)
    {
        lock (_gate)
        {
            Effects += effects;
            Repeated += repeated;
            Failed += failed;
            if (effects > 0 && _killed is { } since)
            {
                _takeOvers.Add(Stopwatch.GetElapsedTime(since));
                _killed = null;
            }
        }
    }

    /// <summary>The worker that was at work is gone; the next effect is another one's.</summary>
    public void KilledAtWork()
    {
        lock (_gate)
        {
            _killed = Stopwatch.GetTimestamp();
        }
    }
}
