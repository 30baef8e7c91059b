namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>Runs actions one after the other at virtual times, on the thread that calls it; one seed gives one order.</summary>
internal sealed class VirtualScheduler(int seed)
{
    private readonly PriorityQueue<(SimulatedProcess Process, Action Action), (long Due, long Order)> _queue = new();
    private readonly List<string> _trace = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _order;

    public Random Random { get; } = new(seed);

    /// <summary>The true time in ticks of 100 ns, which no process sees.</summary>
    public long Now { get; private set; }

    public IReadOnlyList<string> Trace => _trace;

    /// <summary>The world itself, which never crashes.</summary>
    public SimulatedProcess World { get; } = new("world");

    public void Note(string what) => _trace.Add($"{Now / TimeSpan.TicksPerMillisecond} {what}");

    public TimeSpan Milliseconds(int least, int most) => TimeSpan.FromMilliseconds(Random.Next(least, most));

    public bool Chance(double probability) => Random.NextDouble() < probability;

    /// <summary>Where the code under test left the thread, if it did: then a seed would not replay.</summary>
    public string? Escape { get; private set; }

    public void Schedule(SimulatedProcess process, TimeSpan delay, Action action)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Escape ??= Environment.StackTrace;
            return;
        }

        _queue.Enqueue((process, action), (Now + Math.Max(0, delay.Ticks), _order++));
    }

    /// <summary>Completes after a delay, in the process that waits; never if it crashes before.</summary>
    public Task DelayAsync(SimulatedProcess process, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        var done = new TaskCompletionSource();
        Schedule(process, delay, () => done.TrySetResult());
        cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), done);
        return done.Task;
    }

    /// <summary>Runs until the condition holds or nothing is left.</summary>
    /// <returns>Whether the condition holds.</returns>
    public bool Run(Func<bool> isOver, TimeSpan most)
    {
        var caller = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            while (Escape is null && !isOver() && _queue.TryDequeue(out var next, out var at) && at.Due <= most.Ticks)
            {
                Now = Math.Max(Now, at.Due);
                if (next.Process.HaltedUntil > Now)
                {
                    // What a halted process would have done, it does in the same order when it goes on.
                    _queue.Enqueue(next, (next.Process.HaltedUntil, at.Order));
                }
                else if (!next.Process.IsCrashed)
                {
                    next.Action();
                }
            }

            return isOver();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(caller);
        }
    }
}
