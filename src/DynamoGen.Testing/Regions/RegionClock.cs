namespace DynamoGen.Testing;

/// <summary>The clock of one region, which can go wrong.</summary>
/// <param name="time">The true clock.</param>
internal sealed class RegionClock(TimeProvider time) : TimeProvider
{
    private long _offset;

    /// <summary>How far the clock is ahead; negative where it is behind.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    /// <summary>The true clock, by which delays are counted.</summary>
    public TimeProvider True => time;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Offset;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
