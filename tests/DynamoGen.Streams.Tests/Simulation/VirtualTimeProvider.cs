namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>The clock of one process: it is off by some time, and runs too fast or too slow by a little.</summary>
internal sealed class VirtualTimeProvider(VirtualScheduler scheduler, SimulatedProcess process, TimeSpan offset, double rate) : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Epoch + offset + TimeSpan.FromTicks(GetTimestamp());

    public override long GetTimestamp() => (long)(scheduler.Now * rate);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, () => callback(state), dueTime, period);

    private sealed class Timer : ITimer
    {
        private readonly VirtualTimeProvider _clock;
        private readonly Action _callback;
        private TimeSpan _period;
        private int _version;

        public Timer(VirtualTimeProvider clock, Action callback, TimeSpan dueTime, TimeSpan period)
        {
            (_clock, _callback) = (clock, callback);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            _version++;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Schedule(dueTime, _version);
            }

            return true;
        }

        public void Dispose() => _version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Schedule(TimeSpan dueTime, int version) => _clock.Scheduler.Schedule(_clock.Process, dueTime / _clock.Rate, () =>
        {
            if (version != _version)
            {
                return;
            }

            if (_period > TimeSpan.Zero)
            {
                Schedule(_period, version);
            }

            _callback();
        });
    }

    private VirtualScheduler Scheduler => scheduler;

    private SimulatedProcess Process => process;

    private double Rate => rate;
}
