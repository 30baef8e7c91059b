using System.Collections.Concurrent;

namespace DynamoGen.Tests.Errors;

/// <summary>A time in which every delay is over at once; it notes how long each would have been.</summary>
internal sealed class InstantTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _delays = new();

    public IReadOnlyList<TimeSpan> Delays => [.. _delays];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _delays.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
